package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.audit.AuditChain;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditLink;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.audit.AuditVerdict;
import io.crmkit.audit.AuditVerdict.Reason;
import io.crmkit.audit.AuditVerdict.Sound;
import io.crmkit.audit.AuditVerdict.Tampered;
import io.crmkit.audit.Checkpoint;
import io.crmkit.audit.Verification;
import io.crmkit.contact.ContactId;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is changed of a chain is found, at its place, and of which kind it is. */
@Requirement("PRV-3")
@Tag("privacy")
class VerificationTest {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");
    private static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00.123456Z");
    private static final ContactId ANA = new ContactId(new UUID(1, 1));

    private static AuditEntry entry(long n) {
        return new AuditEntry(
                new UUID(9, n),
                MONDAY.plusSeconds(n),
                "user-8",
                "AGENT",
                "TAG",
                AuditOutcome.ALLOWED,
                "tags",
                "support",
                "r-17",
                "",
                1,
                List.of(ANA));
    }

    /** So many links, in order. */
    private static List<AuditLink> chain(int size) {
        List<AuditLink> links = new ArrayList<>();
        String seal = AuditLink.GENESIS;
        for (int place = 1; place <= size; place++) {
            links.add(AuditLink.behind(seal, place, entry(place)));
            seal = links.get(place - 1).seal();
        }
        return links;
    }

    private static AuditChain.End end(List<AuditLink> links) {
        AuditLink last = links.get(links.size() - 1);
        return new AuditChain.End(last.place(), last.seal(), 0, true);
    }

    private static AuditVerdict verdict(
            List<AuditLink> links, AuditChain.Beginning beginning, AuditChain.End end, Checkpoint... known) {
        return new Verification(new StoredChain(links, beginning, end), List.of(known)).verdict();
    }

    private static AuditVerdict verdict(List<AuditLink> links, AuditChain.End end, Checkpoint... known) {
        return verdict(links, AuditChain.Beginning.NONE, end, known);
    }

    private static Checkpoint checkpoint(long place, String seal) {
        return new Checkpoint(CLINIC, place, seal, MONDAY);
    }

    @Test
    void whatIsAsItWasSealedIsSound() {
        List<AuditLink> links = chain(1_203);
        assertThat(verdict(links, end(links))).isEqualTo(new Sound(1_203, 7));
        assertThat(verdict(links, end(links), checkpoint(600, links.get(599).seal())))
                .isEqualTo(new Sound(1_203, 7));
    }

    @Test
    void whateverIsChangedOfAnEntryIsFound() {
        List<AuditLink> links = chain(5);
        AuditEntry e = links.get(2).entry();
        Stream<AuditEntry> forged = Stream.of(
                new AuditEntry(
                        new UUID(9, 99),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        new UUID(8, 3),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at().plusSeconds(1),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at().plusNanos(1_000),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-9",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8",
                        "OWNER",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "LIST",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        AuditOutcome.DENIED,
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "notes",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(), e.at(), "user-8", "AGENT", "TAG", e.outcome(), "tags", "", "r-17", "", 1, e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-18",
                        "",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "ab",
                        1,
                        e.contacts()),
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8",
                        "AGENT",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        2,
                        e.contacts()),
                // What moves from one field to the next is no less found.
                new AuditEntry(
                        e.id(),
                        e.at(),
                        "user-8AGENT",
                        "",
                        "TAG",
                        e.outcome(),
                        "tags",
                        "support",
                        "r-17",
                        "",
                        1,
                        e.contacts()),
                e.of(List.of()),
                e.of(List.of(ANA, new ContactId(new UUID(1, 2)))),
                e.of(List.of(new ContactId(new UUID(1, 2)))));
        forged.forEach(entry -> {
            List<AuditLink> stored = new ArrayList<>(links);
            stored.set(2, new AuditLink(3, links.get(2).seal(), entry));
            assertThat(verdict(stored, end(links))).as(entry.toString()).isEqualTo(new Tampered(3, Reason.CHANGED));
        });
    }

    @Test
    void whatIsGoneAddedOrSwappedIsFoundWhereItIs() {
        List<AuditLink> links = chain(5);
        List<AuditLink> gone = new ArrayList<>(links);
        gone.remove(1);
        assertThat(verdict(gone, end(links))).isEqualTo(new Tampered(2, Reason.MISSING));
        assertThat(verdict(links.subList(0, 3), end(links))).isEqualTo(new Tampered(4, Reason.MISSING));
        assertThat(verdict(chain(6), end(links))).isEqualTo(new Tampered(6, Reason.ADDED));
        List<AuditLink> swapped = new ArrayList<>(links);
        swapped.set(1, new AuditLink(2, links.get(1).seal(), links.get(2).entry()));
        swapped.set(2, new AuditLink(3, links.get(2).seal(), links.get(1).entry()));
        assertThat(verdict(swapped, end(links))).isEqualTo(new Tampered(2, Reason.CHANGED));
    }

    @Test
    void anEndOrABeginningThatSomebodyElseWroteIsFound() {
        List<AuditLink> links = chain(5);
        AuditLink last = links.get(4);
        assertThat(verdict(links, new AuditChain.End(5, last.seal(), 0, false)))
                .isEqualTo(new Tampered(5, Reason.FORGED_END));
        assertThat(verdict(links, new AuditChain.End(5, AuditLink.GENESIS, 0, true)))
                .isEqualTo(new Tampered(5, Reason.FORGED_END));

        List<AuditLink> left = links.subList(3, 5);
        String seal = links.get(2).seal();
        assertThat(verdict(left, new AuditChain.Beginning(3, seal, true), end(links)))
                .isEqualTo(new Sound(5, 7));
        assertThat(verdict(left, new AuditChain.Beginning(3, seal, false), end(links)))
                .isEqualTo(new Tampered(3, Reason.FORGED_BEGINNING));
        assertThat(verdict(left, AuditChain.Beginning.NONE, end(links))).isEqualTo(new Tampered(1, Reason.MISSING));
        assertThat(verdict(left, new AuditChain.Beginning(3, AuditLink.GENESIS, true), end(links)))
                .isEqualTo(new Tampered(4, Reason.CHANGED));
    }

    @Test
    void whatACheckpointKnowsOtherwiseIsFoundAlsoWhereTheChainNoLongerReaches() {
        List<AuditLink> links = chain(5);
        assertThat(verdict(links, end(links), checkpoint(4, AuditLink.GENESIS)))
                .isEqualTo(new Tampered(4, Reason.CONTRADICTS_CHECKPOINT));
        assertThat(verdict(links, end(links), checkpoint(6, AuditLink.GENESIS)))
                .isEqualTo(new Tampered(6, Reason.CONTRADICTS_CHECKPOINT));
        assertThat(verdict(links, end(links), checkpoint(5, links.get(4).seal())))
                .as("the end itself")
                .isEqualTo(new Sound(5, 7));
        AuditChain.Beginning third = new AuditChain.Beginning(3, links.get(2).seal(), true);
        List<AuditLink> left = links.subList(3, 5);
        assertThat(verdict(left, third, end(links), checkpoint(3, AuditLink.GENESIS)))
                .isEqualTo(new Tampered(3, Reason.CONTRADICTS_CHECKPOINT));
        assertThat(verdict(left, third, end(links), checkpoint(3, links.get(2).seal())))
                .isEqualTo(new Sound(5, 7));
        assertThat(verdict(left, third, end(links), checkpoint(1, AuditLink.GENESIS)))
                .as("nothing is known of what is gone")
                .isEqualTo(new Sound(5, 7));
    }

    /** A chain as somebody left it, with seven entries that wait. */
    private record StoredChain(List<AuditLink> links, AuditChain.Beginning beginning, AuditChain.End end)
            implements AuditChain {
        @Override
        public AuditChain.End hold() {
            return end;
        }

        @Override
        public long older(Instant before) {
            return 0;
        }

        @Override
        public void forget(List<AuditLink> gone) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public List<AuditEntry> waiting(int limit) {
            return List.of();
        }

        @Override
        public long waiting() {
            return 7;
        }

        @Override
        public void seal(List<AuditLink> added) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public void handed(long place) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public List<AuditLink> behind(long place, int limit) {
            return links.stream()
                    .filter(link -> link.place() > place)
                    .limit(limit)
                    .toList();
        }
    }
}
