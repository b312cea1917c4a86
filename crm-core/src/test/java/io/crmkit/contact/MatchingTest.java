package io.crmkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private final Matching matching = Matching.standard();

    private String key(String number) {
        return matching.canonical(Identifier.phone(number)).key();
    }

    @ParameterizedTest
    @CsvSource({
        "541123456789, 5491123456789",
        "5491123456789, 5491123456789",
        "+54 9 11 2345-6789, 5491123456789",
        "5215512345678, 525512345678",
        "525512345678, 525512345678",
        "554188887777, 5541988887777",
        "5541988887777, 5541988887777",
        "554132345678, 554132345678",
        "5541932345678, 5541932345678",
        "34600000002, 34600000002",
        "52155123456, 52155123456"
    })
    void variantsOfANumberHaveOneKey(String written, String key) {
        assertThat(key(written)).isEqualTo(key);
    }

    @Test
    void theKeyAsWrittenIsTriedFirstSoThatANewRuleSplitsNobody() {
        Identifier ivorian = Identifier.phone("22507123456");
        Matching more = matching.with(new PhoneRule("225", 11, 3, "0", 0, "07"));
        assertThat(more.candidates(ivorian))
                .containsExactly(matching.canonical(ivorian), more.canonical(ivorian))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatHasNoDigitsStaysAsItIs() {
        assertThat(key("unknown")).isEqualTo("unknown");
        assertThat(matching.candidates(Identifier.whatsAppUser("north", "AR.541123456789")))
                .isEqualTo(List.of(new MatchKey(Scheme.WHATSAPP_USER_ID, "north", "AR.541123456789")));
    }
}
