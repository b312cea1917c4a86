package io.crmkit.testkit.storage;

import static io.crmkit.request.PersonRequest.Kind.ACCESS;
import static io.crmkit.request.PersonRequest.Kind.ERASURE;
import static io.crmkit.request.PersonRequest.Kind.PORTABILITY;
import static io.crmkit.request.PersonRequest.Kind.RECTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.request.PersonRequest;
import io.crmkit.request.Regime;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each law has its own time, counted in the days of the tenant. */
@Requirement({"PRV-4", "PRV-9"})
@Tag("privacy")
class RegimeTest {
    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BUENOS_AIRES).toInstant();
    }

    private static LocalDate lastDay(Regime regime, PersonRequest.Kind kind, String received) {
        Instant due = regime.due(kind, at(received), BUENOS_AIRES);
        assertThat(due.atZone(BUENOS_AIRES).toLocalTime()).hasToString("00:00");
        return due.atZone(BUENOS_AIRES).toLocalDate().minusDays(1);
    }

    @Test
    void theEuropeanUnionGivesAMonthAndTwoMore() {
        european("2026-03-02T10:00", LocalDate.parse("2026-04-02"));
        european("2026-03-02T23:59", LocalDate.parse("2026-04-02"));
        european("2026-01-31T10:00", LocalDate.parse("2026-02-28"));
        european("2028-01-31T10:00", LocalDate.parse("2028-02-29"));
        european("2026-12-31T10:00", LocalDate.parse("2027-01-31"));
    }

    private static void european(String received, LocalDate last) {
        assertThat(lastDay(Regime.GDPR, ACCESS, received)).isEqualTo(last);
        assertThat(lastDay(Regime.GDPR, ERASURE, received)).isEqualTo(last);
        assertThat(Regime.GDPR.extended(at(received), BUENOS_AIRES).orElseThrow())
                .isEqualTo(LocalDate.parse(received.substring(0, 10))
                        .plusMonths(3)
                        .plusDays(1)
                        .atStartOfDay(BUENOS_AIRES)
                        .toInstant());
    }

    @Test
    void brazilGivesFifteenDaysAndNoMore() {
        assertThat(lastDay(Regime.LGPD, ACCESS, "2026-03-02T10:00")).isEqualTo("2026-03-17");
        assertThat(Regime.LGPD.extended(at("2026-03-02T10:00"), BUENOS_AIRES)).isEmpty();
    }

    @Test
    void argentinaGivesTenDaysToTell() {
        assertThat(lastDay(Regime.LEY_25326, ACCESS, "2026-03-02T10:00")).isEqualTo("2026-03-12");
        assertThat(lastDay(Regime.LEY_25326, PORTABILITY, "2026-03-02T10:00")).isEqualTo("2026-03-12");
        assertThat(Regime.LEY_25326.extended(at("2026-03-02T10:00"), BUENOS_AIRES))
                .isEmpty();
    }

    @Test
    void argentinaGivesFiveWorkingDaysToChangeOrRemove() {
        // A Monday, a Friday, a Saturday and a Sunday.
        for (PersonRequest.Kind kind : List.of(RECTIFICATION, ERASURE)) {
            assertThat(lastDay(Regime.LEY_25326, kind, "2026-03-02T10:00")).isEqualTo("2026-03-09");
            assertThat(lastDay(Regime.LEY_25326, kind, "2026-03-06T10:00")).isEqualTo("2026-03-13");
            assertThat(lastDay(Regime.LEY_25326, kind, "2026-03-07T10:00")).isEqualTo("2026-03-13");
            assertThat(lastDay(Regime.LEY_25326, kind, "2026-03-08T10:00")).isEqualTo("2026-03-13");
        }
    }

    @Test
    void aDayIsTheTenantsAndNotTheServers() {
        Instant lateInBuenosAires = Instant.parse("2026-03-03T02:00:00Z");
        assertThat(Regime.GDPR.due(ACCESS, lateInBuenosAires, BUENOS_AIRES))
                .isEqualTo(Instant.parse("2026-04-03T03:00:00Z"));
        assertThat(Regime.GDPR.due(ACCESS, lateInBuenosAires, ZoneId.of("UTC")))
                .isEqualTo(Instant.parse("2026-04-04T00:00:00Z"));
    }
}
