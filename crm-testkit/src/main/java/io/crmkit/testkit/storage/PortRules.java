package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.bulk.BulkId;
import io.crmkit.capture.Outcome;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Matching;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Pair;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.due.Due;
import io.crmkit.duplicate.Marks;
import io.crmkit.event.DomainEvent.ContactCreated;
import io.crmkit.event.DomainEvent.Heading;
import io.crmkit.event.Letter;
import io.crmkit.event.Posting;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.membership.Membership;
import io.crmkit.membership.Survey;
import io.crmkit.merge.MergeOutcome.Merged;
import io.crmkit.rights.ErasureId;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No port tells one tenant what is another's, whatever ids and keys it is asked by. */
@Requirement("PRV-2")
abstract class PortRules extends StorageRules {
    private static final TenantId OTHER = TenantId.of("taller-sur");

    PortRules(StorageUnderTest under) {
        super(under);
    }

    private Map<String, Function<UnitOfWork, Object>> asked(CrmSession clinic) {
        clinic.capture(said("m1", Party.of(ANA, ANA_ID).named("Ana Zabala"), MONDAY, "Hola"));
        clinic.capture(said("m2", Party.of(BRUNO, BRUNO_ID).named("Ana Zabala"), MONDAY, "Hola"));
        clinic.capture(said("m3", Party.of(ANA, BRUNO_ID), minute(60), "whose?"));
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        clinic.tag(ana, Tag.of("vip"));
        clinic.note(ana, "of Ana");
        clinic.duplicates().dismiss(ana, bruno);
        Conversation conversation = conversations(clinic, ana).get(0).conversation();
        Set<InteractionId> messages = Set.of(timeline(clinic, ana).get(0).id());
        List<ContactId> both = List.of(ana, bruno);
        BulkId job = BulkRules.start(clinic, BulkRules.TAGGING, BulkRules.these(both));
        MergeId merge = ((Merged) clinic.merge(ana, bruno)).merge();
        List<MatchKey> keys = List.of(Matching.standard().canonical(ANA));
        AsOf asOf = new AsOf(clock.instant(), settings());
        Map<String, Function<UnitOfWork, Object>> asked =
                new HashMap<>(new SpokenPorts(storage(), clinic, ana, asOf).asked());
        asked.put("Contacts.find", work -> work.contacts().find(ana));
        asked.put("Contacts.holder", work -> work.contacts().holder(keys));
        asked.put("Contacts.byFirstContact", work -> work.contacts().byFirstContact(null, 10));
        asked.put("Contacts.conflictsOf", work -> work.contacts().conflictsOf(ana));
        asked.put("Contacts.conflicts", work -> work.contacts().conflicts(null, 10));
        asked.put("Ledger.knots", work -> work.ledger().knots(ana));
        asked.put(
                "Ledger.namesGivenBy",
                work -> Stream.of(work.ledger().namesGivenBy(ana))
                        .filter(naming -> naming.displayName() != null)
                        .toList());
        asked.put("SearchIndex.newest", work -> work.searchIndex().newest(Set.of("hola"), null, 10));
        asked.put(
                "Selections.page",
                work -> work.selections().page(ContactQuery.of(Criterion.EVERYBODY), asOf, null, 10));
        asked.put(
                "Selections.count",
                work -> LongStream.of(work.selections().count(Criterion.EVERYBODY, asOf))
                        .filter(count -> count > 0)
                        .boxed()
                        .toList());
        asked.put(
                "Marks.groups",
                work -> List.of(
                                work.marks().groups(Marks.FIRST, 100, 20).groups(),
                                work.marks().groups(List.of(1L, -1L), 20))
                        .stream()
                        .flatMap(List::stream)
                        .toList());
        asked.put(
                "Marks.census",
                work -> Stream.of(work.marks().census(Set.of("ana")))
                        .filter(census -> census.contacts() > 0)
                        .toList());
        asked.put("Marks.candidates", work -> work.marks().candidates(Set.of(ana)));
        asked.put("Dismissals.among", work -> work.dismissals().among(Map.of(Pair.of(ana, bruno), "")));
        asked.put("Merges.keysOf", work -> work.merges().keysOf(ana));
        asked.put("Merges.of", work -> work.merges().of(ana));
        asked.put("Merges.find", work -> work.merges().find(merge));
        asked.put("Selections.facts", work -> work.selections().facts(both));
        asked.put("Additions.hold", work -> work.additions().hold(ana));
        asked.put("Additions.notes", work -> work.additions().notes(ana, null, 10));
        asked.put("Additions.attributes", work -> work.additions().attributes(ana));
        asked.put("Timelines.newest", work -> work.timelines().newest(ana, null, 10));
        asked.put("Timelines.oldest", work -> work.timelines().oldest(ana, null, 10));
        asked.put("Timelines.conversations", work -> work.timelines().conversations(ana, null, 10));
        asked.put("Timelines.entries", work -> work.timelines().entries(conversation, null, 10));
        asked.put("Timelines.beats", work -> work.timelines().beats(ana, 10));
        asked.put("Timelines.heard", work -> work.timelines().heard(ana, RECEPTION, MONDAY));
        asked.put("Timelines.find", work -> work.timelines().find(messages));
        asked.put("Timelines.held", work -> work.timelines().held(messages));
        asked.put("SetAsides.page", work -> work.setAsides().page(null, 10));
        asked.put("Facts.of", work -> work.facts().of(ana));
        asked.put("Readings.unread", work -> work.readings().unread(ana, "rules", "1", Due.EVERYTHING, 10));
        asked.put("Readings.of", work -> work.readings().of(messages));
        asked.put("Readings.readUpTo", work -> work.readings().readUpTo(ana, "rules"));
        asked.put("Bulks.find", work -> work.bulks().find(job));
        asked.put("Bulks.hold", work -> work.bulks().hold(job));
        asked.put("Bulks.newest", work -> work.bulks().newest(null, 10));
        asked.put("Bulks.chosen", work -> work.bulks().chosen(job, null, 10));
        asked.put("Bulks.results", work -> work.bulks().results(job, false, null, 10));
        asked.put(
                "Dealings.of",
                work -> work.dealings().of(both).values().stream()
                        .flatMap(List::stream)
                        .toList());
        asked.put("Archive.absorbed", work -> work.archive().absorbed(ana));
        asked.put(
                "Archive.taken",
                work -> Stream.of(work.archive().taken(merge))
                        .filter(taken ->
                                !taken.tags().isEmpty() || !taken.notes().isEmpty())
                        .toList());
        asked.put("Archive.identifiers", work -> gathered(work.archive()::identifiers));
        asked.put("Archive.statements", work -> gathered(work.archive()::statements));
        asked.put("Archive.contradictions", work -> gathered(work.archive()::contradictions));
        asked.put(
                "Archive.parked",
                work -> gathered(work.archive()::parked).stream()
                        .filter(update -> !update.target().id().equals("of-nobody"))
                        .toList());
        asked.put("Archive.dismissals", work -> gathered(work.archive()::dismissals));
        asked.put("Sales.each", work -> gathered(work.sales()::each));
        asked.put("Sales.touches", work -> gathered(work.sales()::touches));
        asked.put("Dossiers.attributes", work -> work.dossiers().attributes(both));
        asked.put("Dossiers.notes", work -> work.dossiers().notes(both));
        asked.put("Dossiers.conversations", work -> work.dossiers().conversations(both));
        asked.put("Dossiers.facts", work -> work.dossiers().facts(both));
        asked.put("Dossiers.origins", work -> work.dossiers().origins(both));
        asked.put("Dossiers.entries", work -> {
            List<Object> entries = new ArrayList<>(work.dossiers().entries(ana, null, 10));
            entries.addAll(work.dossiers().entries(both).values());
            return entries;
        });
        asked.put("AuditTrail.page", work -> {
            List<AuditEntry> entries = new ArrayList<>(work.audit().page(AuditQuery.of(ana), null, 10));
            entries.addAll(work.audit().page(AuditQuery.by("system"), null, 10));
            return entries.stream().filter(entry -> !entry.contacts().isEmpty()).toList();
        });
        asked.put(
                "AuditChain.end",
                work -> Stream.of(work.auditChain().end())
                        .filter(end -> end.place() > 0)
                        .toList());
        asked.put(
                "AuditChain.waiting",
                work -> Stream.of(
                                work.auditChain().waiting(100),
                                List.of(work.auditChain().waiting()))
                        .flatMap(List::stream)
                        .filter(found -> !found.equals(0L))
                        .toList());
        asked.put(
                "AuditChain.beginning",
                work -> Stream.of(work.auditChain().beginning())
                        .filter(beginning -> beginning.place() > 0)
                        .toList());
        asked.put(
                "AuditChain.older",
                work -> LongStream.of(work.auditChain().older(clock.instant().plus(Duration.ofDays(99))))
                        .filter(count -> count > 0)
                        .boxed()
                        .toList());
        asked.put("AuditChain.behind", work -> work.auditChain().behind(0, 10));
        asked.put("SmartLists.all", work -> work.smartLists().all());
        Letter letter = parkedLetter(ana);
        storage().within(CLINIC, work -> {
            work.memberships().add(List.of(new Membership(ana, SegmentKey.of("new"))));
            work.memberships().holdSurvey();
            work.memberships().save(new Survey("all", null, true));
            return ana;
        });
        asked.put("Memberships.of", work -> work.memberships().of(both));
        asked.put("Memberships.survey", work -> work.memberships().survey());
        asked.put("Letters.waiting", work -> work.letters().waiting(letter.stream(), letter.subscriber(), 10));
        asked.put("Letters.parked", work -> work.letters().parked(10));
        ContactId gone = clinic.capture(said("m9", Identifier.phone("34600000009"), MONDAY)).outcomes().stream()
                .map(outcome -> ((Outcome.Captured) outcome).contact())
                .findFirst()
                .orElseThrow();
        ErasureId erasure = clinic.privacy().erase(gone).orElseThrow().id();
        clinic.capture(said("m7", Party.of(BRUNO), minute(70), "BAJA"));
        ContactId hidden = clinic.capture(said("m6", Identifier.phone("34600000006"), MONDAY)).outcomes().stream()
                .map(outcome -> ((Outcome.Captured) outcome).contact())
                .findFirst()
                .orElseThrow();
        clinic.privacy().restrict(hidden);
        asked.put("Restrictions.among", work -> work.restrictions().among(Set.of(hidden)));
        asked.put("Restrictions.page", work -> work.restrictions().page(null, 10));
        clinic.capture(updated("waits", ANA, new MessageDeleted(MONDAY)));
        clock.advance(Duration.ofMinutes(1));
        Instant later = clock.instant();
        asked.put(
                "PendingUpdates.count",
                work -> LongStream.of(work.pendingUpdates().count(later))
                        .filter(count -> count > 0)
                        .boxed()
                        .toList());
        asked.put("Erasures.of", work -> work.erasures().of(gone));
        asked.put("Erasures.find", work -> work.erasures().find(erasure));
        asked.put("Erasures.note", work -> work.erasures().note(erasure));
        asked.put("Erasures.remaining", work -> work.erasures().remaining(erasure));
        asked.putAll(MorePorts.asked(storage(), clinic, ana, later));
        asked.put("DueList.parked", work -> work.due().parked(10));
        clinic.audit().seal();
        return asked;
    }

    private Letter parkedLetter(ContactId contact) {
        Heading heading = new Heading(new UUID(1, 1), CLINIC, contact, MONDAY);
        return storage().within(CLINIC, work -> {
            work.outbox().add(new Posting(List.of(new ContactCreated(heading)), Set.of("orders")));
            Letter fresh = work.letters().waiting(contact, "orders", 1).get(0);
            Letter parked = new Letter("orders", contact, fresh.number(), fresh.event(), 16, null, "Gone", true, null);
            work.letters().settle(List.of(parked));
            return work.letters().parked(1).get(0);
        });
    }

    @Test
    void nothingIsReadOfAnotherTenantByItsIdsAndKeysThroughAnyPort() {
        Map<String, Function<UnitOfWork, Object>> asked = asked(clinic());
        Set<String> known = new TreeSet<>(asked.keySet());
        known.addAll(Writing.METHODS);
        assertThat(methods()).as("a new method says here how it is asked").isEqualTo(known);
        session(OTHER).capture(updated("of-nobody", BRUNO, new MessageDeleted(MONDAY)));
        asked.forEach((method, ask) -> {
            Object answer = storage().within(OTHER, ask::apply);
            assertThat(empty(answer)).as(method).isTrue();
        });
    }

    static <T> List<T> gathered(Consumer<Consumer<T>> port) {
        List<T> all = new ArrayList<>();
        port.accept(all::add);
        return all;
    }

    private static boolean empty(Object answer) {
        return answer instanceof Optional<?> optional
                ? optional.isEmpty()
                : answer instanceof Map<?, ?> map ? map.isEmpty() : ((Collection<?>) answer).isEmpty();
    }

    /** Every method of every port. */
    private static Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        for (Method port : UnitOfWork.class.getMethods()) {
            for (Method method : port.getReturnType().getMethods()) {
                methods.add(port.getReturnType().getSimpleName() + "." + method.getName());
            }
        }
        return methods;
    }
}
