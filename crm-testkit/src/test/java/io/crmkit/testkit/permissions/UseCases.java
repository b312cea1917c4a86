package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;
import static io.crmkit.testkit.permissions.UseCase.silent;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.audit.AuditQuery;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.ImportedContact;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Scope;
import io.crmkit.due.DueKind;
import io.crmkit.privacy.Action;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every row of the matrix. */
final class UseCases {
    private static final ContactQuery EVERYBODY = ContactQuery.of(Criterion.EVERYBODY);

    private static final List<UseCase> OF_SESSIONS = List.of(
            of("CrmSession.capture(List)", Action.CAPTURE_EVENTS, (s, at) -> s.capture(List.of(at.message()))),
            of("CrmSession.capture(InboundEvent[])", Action.CAPTURE_EVENTS, (s, at) -> s.capture(at.message())),
            of("CrmSession.contacts(String,int)", Action.LIST, (s, at) -> s.contacts(null, 10)),
            of("CrmSession.contacts(ContactQuery,String,int)", Action.LIST, (s, at) -> s.contacts(EVERYBODY, null, 10)),
            of(
                    "CrmSession.contacts(ContactQuery,String,int), by a value",
                    Action.LIST_BY_VALUE,
                    (s, at) -> s.contacts(ContactQuery.of(Criterion.text("zabala")), null, 10)),
            of(
                    "CrmSession.contactsByName(Criterion)",
                    Action.LIST_BY_NAME,
                    (s, at) -> s.contactsByName(Criterion.EVERYBODY)),
            of(
                    "CrmSession.searchContacts(String,String,int)",
                    Action.SEARCH_CONTACTS,
                    (s, at) -> s.searchContacts("zabala", null, 10)),
            of(
                    "CrmSession.searchMessages(String,String,int)",
                    Action.SEARCH_MESSAGES,
                    (s, at) -> s.searchMessages("canario", null, 10)),
            of("CrmSession.profile(ContactId)", Action.VIEW_CONTACT, (s, at) -> s.profile(at.ana())),
            of(
                    "CrmSession.timeline(ContactId,String,int)",
                    Action.VIEW_TIMELINE,
                    (s, at) -> s.timeline(at.ana(), null, 10)),
            of(
                    "CrmSession.conversations(ContactId,String,int)",
                    Action.VIEW_CONVERSATIONS,
                    (s, at) -> s.conversations(at.ana(), null, 10)),
            of(
                    "CrmSession.entries(Conversation,String,int)",
                    Action.VIEW_CONVERSATION,
                    (s, at) -> s.entries(at.conversation(), null, 10)),
            of("CrmSession.notes(ContactId,String,int)", Action.VIEW_NOTES, (s, at) -> s.notes(at.ana(), null, 10)),
            of("CrmSession.facts(ContactId)", Action.VIEW_FACTS, (s, at) -> s.facts(at.ana())),
            of("CrmSession.merges(ContactId)", Action.VIEW_MERGES, (s, at) -> s.merges(at.carla())),
            of("CrmSession.assist(ContactId,int)", Action.ASSIST, (s, at) -> s.assist(at.ana(), 1_000)),
            of("CrmSession.handoff(ContactId)", Action.HAND_OFF, (s, at) -> s.handoff(at.ana())),
            of("CrmSession.tag(ContactId,Tag)", Action.TAG, (s, at) -> s.tag(at.ana(), Tag.of("vip"))),
            of("CrmSession.untag(ContactId,Tag)", Action.UNTAG, (s, at) -> s.untag(at.ana(), Tag.of("vip"))),
            of("CrmSession.note(ContactId,String)", Action.WRITE_NOTE, (s, at) -> s.note(at.ana(), "called")),
            of(
                    "CrmSession.set(ContactId,String,AttributeValue)",
                    Action.SET_ATTRIBUTE,
                    (s, at) -> s.set(at.ana(), "insurer", AttributeValue.of("Sur"))),
            of(
                    "CrmSession.setStatus(ContactId,ContactStatus)",
                    Action.SET_STATUS,
                    (s, at) -> s.setStatus(at.ana(), ContactStatus.BLOCKED)),
            of(
                    "Verdicts.accept(ContactId,FactId)",
                    Action.ACCEPT_FACT,
                    (s, at) -> s.verdicts().accept(at.ana(), at.fact())),
            of(
                    "Verdicts.lock(ContactId,FactId)",
                    Action.ACCEPT_FACT,
                    (s, at) -> s.verdicts().lock(at.ana(), at.fact())),
            of(
                    "Verdicts.reject(ContactId,FactId)",
                    Action.REJECT_FACT,
                    (s, at) -> s.verdicts().reject(at.ana(), at.fact())),
            of(
                    "Verdicts.correct(ContactId,FactId,FactValue)",
                    Action.CORRECT_FACT,
                    (s, at) -> s.verdicts().correct(at.ana(), at.fact(), new FactValue.Text("Other"))),
            of(
                    "Verdicts.state(ContactId,FactType,String,FactValue)",
                    Action.STATE_FACT,
                    (s, at) -> s.verdicts().state(at.ana(), FactType.COMPANY, "", new FactValue.Text("Third"))),
            silent(
                    "Verdicts.readAgain(ContactId,DueKind)",
                    Action.READ_AGAIN,
                    (s, at) -> s.verdicts().readAgain(at.ana(), DueKind.EXTRACT_BY_RULES)),
            of("CrmSession.keptAside(UUID,int)", Action.VIEW_KEPT_ASIDE, (s, at) -> s.keptAside(null, 10)),
            silent(
                    "CrmSession.forgetKeptAside(UUID)",
                    Action.FORGET_KEPT_ASIDE,
                    (s, at) -> s.forgetKeptAside(at.aside())),
            of(
                    "Duplicates.of(ContactId)",
                    Action.VIEW_DUPLICATES,
                    (s, at) -> s.duplicates().of(at.ana())),
            of(
                    "Duplicates.page(String,int)",
                    Action.VIEW_DUPLICATES,
                    (s, at) -> s.duplicates().page(null, 10)),
            of(
                    "Duplicates.dismiss(ContactId,ContactId)",
                    Action.DISMISS_DUPLICATE,
                    (s, at) -> s.duplicates().dismiss(at.ana(), at.bruno())),
            of(
                    "CrmSession.previewMerge(ContactId,ContactId)",
                    Action.PREVIEW_MERGE,
                    (s, at) -> s.previewMerge(at.ana(), at.bruno())),
            of("CrmSession.merge(ContactId,ContactId)", Action.MERGE, (s, at) -> s.merge(at.ana(), at.bruno())),
            of("CrmSession.undo(MergeId)", Action.UNDO_MERGE, (s, at) -> s.undo(at.merge())),
            of(
                    "CrmSession.importContacts(List,boolean)",
                    Action.IMPORT,
                    (s, at) -> s.importContacts(List.<ImportedContact>of(at.imported()), false)),
            of(
                    "CrmSession.export(Scope,Function)",
                    Action.EXPORT_CONTACTS,
                    (s, at) -> s.export(Scope.of(at.ana()), snapshot -> {
                        List<Object> taken = new ArrayList<>();
                        snapshot.forEach(dossier -> taken.add(dossier.summary()));
                        return taken;
                    })),
            of(
                    "BulkActions.start(BulkRequest)",
                    Action.START_BULK,
                    (s, at) -> s.bulk()
                            .start(new BulkRequest(
                                    "again",
                                    new BulkAction.PutTags(Set.of(Tag.of("vip"))),
                                    new Chosen.These(Set.of(at.ana()))))),
            of("BulkActions.find(BulkId)", Action.VIEW_BULK, (s, at) -> s.bulk().find(at.job())),
            of(
                    "BulkActions.newest(String,int)",
                    Action.VIEW_BULK,
                    (s, at) -> s.bulk().newest(null, 10)),
            of(
                    "BulkActions.results(BulkId,String,int)",
                    Action.VIEW_BULK,
                    (s, at) -> s.bulk().results(at.job(), null, 10)),
            of(
                    "BulkActions.refusals(BulkId,String,int)",
                    Action.VIEW_BULK,
                    (s, at) -> s.bulk().refusals(at.job(), null, 10)),
            of(
                    "BulkActions.stuck(BulkId)",
                    Action.VIEW_BULK,
                    (s, at) -> s.bulk().stuck(at.job())),
            of(
                    "BulkActions.pause(BulkId)",
                    Action.STEER_BULK,
                    (s, at) -> s.bulk().pause(at.job())),
            of(
                    "BulkActions.resume(BulkId)",
                    Action.STEER_BULK,
                    (s, at) -> s.bulk().resume(at.job())),
            of(
                    "BulkActions.cancel(BulkId)",
                    Action.STEER_BULK,
                    (s, at) -> s.bulk().cancel(at.job())),
            of("CrmSession.suggestions(ContactId)", Action.SUGGEST, (s, at) -> s.suggestions(at.ana())),
            silent("CrmSession.rebuildSearch()", Action.REBUILD_SEARCH, (s, at) -> s.rebuildSearch()),
            silent("CrmSession.rotateKeys()", Action.ROTATE_KEYS, (s, at) -> s.rotateKeys()),
            of(
                    "AuditLog.page(AuditQuery,String,int)",
                    Action.VIEW_AUDIT,
                    (s, at) -> s.audit().page(AuditQuery.EVERYTHING, null, 10)),
            of(
                    "AuditLog.verify(Checkpoint[])",
                    Action.VERIFY_AUDIT,
                    (s, at) -> s.audit().verify()),
            of("AuditLog.seal()", Action.SEAL_AUDIT, (s, at) -> s.audit().seal()),
            of("Events.parked(int)", Action.VIEW_EVENTS, (s, at) -> s.events().parked(10)),
            of(
                    "Events.retry(ContactId,String)",
                    Action.STEER_EVENTS,
                    (s, at) -> s.events().retry(at.ana(), "orders")),
            of(
                    "Events.skip(ContactId,String)",
                    Action.STEER_EVENTS,
                    (s, at) -> s.events().skip(at.ana(), "orders")),
            of(
                    "Events.replay(ContactId,String,Instant)",
                    Action.STEER_EVENTS,
                    (s, at) -> s.events().replay(at.ana(), "orders", Instant.EPOCH)),
            silent(
                    "Events.segmentsRedefined()",
                    Action.STEER_EVENTS,
                    (s, at) -> s.events().segmentsRedefined()));

    static final List<UseCase> ALL = Stream.of(
                    OF_SESSIONS, Figures.ALL, Reporting.ALL, Lists.ALL, Desks.ALL, Moving.ALL, People.ALL)
            .flatMap(List::stream)
            .toList();

    private UseCases() {}
}
