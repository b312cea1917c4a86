package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Delivery;
import io.crmkit.dossier.Scope;
import io.crmkit.testkit.DeliveryContract;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDeliveryTest extends DeliveryContract {
    @TempDir
    Path folder;

    @Override
    protected Delivery delivery() {
        return new FolderDelivery(folder);
    }

    @Override
    protected Map<String, String> seen() throws IOException {
        Map<String, String> seen = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.endsWith(".part")) {
                    seen.put(name, Files.readString(file));
                }
            }
        }
        return seen;
    }

    @Test
    @Requirement("EXP-3")
    void aNameLeadsToNoOtherFolder() {
        for (String name : List.of("../c.csv", "a/c.csv", "/tmp/c.csv", "", "..")) {
            assertThatThrownBy(() -> delivery().open(name)).as(name).isInstanceOf(IOException.class);
        }
    }

    @Test
    @Requirement("BLK-3")
    void aJobTellsHowFarItIsAndOneThatIsCancelledLeavesNothing() throws IOException {
        CrmSession clinic = Everything.clinic(1);
        List<Runnable> later = new ArrayList<>();
        ExportJob whole = start(clinic, later);
        assertThat(whole.ended()).isEmpty();
        assertThat(whole.of()).isEqualTo(-1);
        later.forEach(Runnable::run);
        assertThat(whole.done())
                .isEqualTo(whole.of())
                .isEqualTo(clinic.contacts(null, 100).items().size());
        assertThat(whole.ended()).get().isInstanceOf(ExportJob.Ended.Normally.class);
        Map<String, String> before = seen();
        assertThat(before).containsOnlyKeys("all.json", "all.json.manifest.json");
        later.clear();
        ExportJob stopped = start(clinic, later);
        stopped.cancel();
        later.forEach(Runnable::run);
        assertThat(stopped.ended()).contains(new ExportJob.Ended.Normally(new ExportOutcome.Cancelled(0)));
        assertThat(seen()).isEqualTo(before);
        Files.delete(folder.resolve("all.json"));
        Files.delete(folder.resolve("all.json.manifest.json"));
        Files.delete(folder);
        ExportJob failed = start(clinic, later);
        later.forEach(Runnable::run);
        assertThat(failed.ended()).get().isInstanceOf(ExportJob.Ended.Failed.class);
        Files.createDirectory(folder);
    }

    private ExportJob start(CrmSession clinic, List<Runnable> later) {
        return ExportJob.start(clinic, later::add, delivery(), "all.json", Scope.EVERYTHING, ArchiveJson.document());
    }
}
