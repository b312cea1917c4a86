package io.crmkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What leaves the host says no card, no account and no document, and still every phone number. */
class RedactionTest {
    private static final String CARD = "4509 9535 6623 3704";

    @Test
    void aCardIsBlankedWhateverDigitsAreWrittenBesideIt() {
        assertThat(Redaction.of(CARD + " 11/27")).isEqualTo("#### #### #### #### 11/27");
        assertThat(Redaction.of("1 " + CARD + " 123")).isEqualTo("1 #### #### #### #### 123");
        assertThat(Redaction.of("4509-9535-6623-3704-1127")).isEqualTo("####-####-####-####-1127");
        assertThat(Redaction.of("4509 - 9535 - 6623 - 3704")).isEqualTo("#### - #### - #### - ####");
        assertThat(Redaction.of("4509\n9535\n6623\n3704")).isEqualTo("####\n####\n####\n####");
        assertThat(Redaction.of("45099535662337041127")).startsWith("################");
        assertThat(Redaction.of("3782 822463 10005, amex")).isEqualTo("#### ###### #####, amex");
    }

    @Test
    void everyCardOfEveryIssuerIsBlankedAmongAnyNeighbours() {
        Random random = new Random(20_261_124);
        String[] issuers = {"4", "51", "2221", "34", "36", "35", "6011", "589562"};
        int[] lengths = {16, 16, 16, 15, 14, 16, 16, 16};
        for (int i = 0; i < 4_000; i++) {
            String card = card(random, issuers[i % 8], lengths[i % 8]);
            String written = i % 3 == 0 ? card : card.replaceAll("(.{4})", i % 3 == 1 ? "$1 " : "$1-");
            String text = "pago " + random.nextInt(1_000) + " con " + written + " " + random.nextInt(1_000) + "/27";
            String seen = Redaction.of(text);
            assertThat(seen.replaceAll("[^0-9]", "")).as(text).doesNotContain(card);
            assertThat(seen).hasSameSizeAs(text);
            assertThat(seen.chars().filter(c -> c == '#').count()).isGreaterThanOrEqualTo(card.length());
        }
    }

    private static String card(Random random, String issuer, int length) {
        StringBuilder digits = new StringBuilder(issuer);
        while (digits.length() < length - 1) {
            digits.append(random.nextInt(10));
        }
        for (int check = 0; check < 10; check++) {
            if (PersonalNumber.card(digits.toString() + check)) {
                return digits.toString() + check;
            }
        }
        throw new AssertionError("One check digit fits");
    }

    @Test
    void accountsAndDocumentsAreBlanked() {
        assertThat(Redaction.of("CBU 2850590940090418135201")).isEqualTo("CBU ######################");
        assertThat(Redaction.of("28505909 40090418135201 y 5")).isEqualTo("######## ############## y 5");
        assertThat(Redaction.of("20-12345678-6 es mi cuit")).isEqualTo("##-########-# es mi cuit");
        assertThat(Redaction.of("529.982.247-25")).isEqualTo("###.###.###-##");
        assertThat(Redaction.of("DNI 30.111.222 11 5555 0001")).isEqualTo("DNI ##.###.### ## 5555 0001");
        assertThat(Redaction.of("mi dni es 30111222")).isEqualTo("mi dni es ########");
    }

    @Test
    void phonesAmountsAndDatesStay() {
        for (String text : new String[] {
            "llamame al +54 9 11 5555 0001 o al 11 5555-0002",
            "5491155550001 5491155550002",
            "11987654321 e 11987654322",
            "son 45.000 pesos, 23/10/2026 10.30",
            "1155550001\n1155550002\n1155550003",
            "un dia 12, dos dias 13"
        }) {
            assertThat(Redaction.of(text)).isEqualTo(text);
        }
    }

    @Test
    void sixtyFourKilobytesOfDigitsAreReadInOnePass() {
        for (String piece : new String[] {"4", "4 ", "1 2-3.", "45099535", "dni 1 "}) {
            String text = piece.repeat((1 << 16) / piece.length());
            assertThat(Redaction.of(text)).hasSameSizeAs(text);
        }
    }
}
