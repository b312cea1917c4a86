package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.dossier.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What whoever delivers exports keeps. An adapter's test extends it.
 *
 * @since 0.1
 */
public abstract class DeliveryContract {
    /** A place to deliver to, in which nothing is. */
    protected abstract Delivery delivery() throws IOException;

    /** What can be seen there: what is in each file, and {@code <file>.manifest.json} for its manifest. */
    protected abstract Map<String, String> seen() throws IOException;

    private static void put(Delivery.Parcel parcel, String text) throws IOException {
        OutputStream out = parcel.contents();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static byte[] manifest(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file is seen once it is delivered, with its manifest. */
    @Test
    @Requirement({"EXP-3", "BLK-3"})
    void aFileIsSeenOnceItIsWhole() throws IOException {
        try (Delivery.Parcel parcel = delivery().open("c.csv")) {
            put(parcel, "half");
            assertThat(seen()).isEmpty();
            put(parcel, " and whole");
            parcel.deliver(manifest("{}"));
            assertThat(seen()).isEqualTo(Map.of("c.csv", "half and whole", "c.csv.manifest.json", "{}"));
        }
        assertThat(seen()).hasSize(2);
    }

    /** What is given up leaves nothing, and what was there as it was. */
    @Test
    @Requirement("EXP-3")
    void whatIsGivenUpLeavesNothing() throws IOException {
        try (Delivery.Parcel parcel = delivery().open("c.csv")) {
            put(parcel, "old");
            parcel.deliver(manifest("{1}"));
        }
        try (Delivery.Parcel parcel = delivery().open("c.csv")) {
            put(parcel, "new");
        }
        assertThat(seen()).isEqualTo(Map.of("c.csv", "old", "c.csv.manifest.json", "{1}"));
    }

    /** One of the same name is replaced, its manifest too. */
    @Test
    @Requirement("EXP-3")
    void oneOfTheSameNameIsReplaced() throws IOException {
        for (String text : new String[] {"longer than the other", "short"}) {
            try (Delivery.Parcel parcel = delivery().open("c.csv")) {
                put(parcel, text);
                parcel.deliver(manifest("{" + text + "}"));
            }
        }
        assertThat(seen()).isEqualTo(Map.of("c.csv", "short", "c.csv.manifest.json", "{short}"));
    }
}
