package io.crmkit;

import io.crmkit.analytics.Analytics;
import io.crmkit.assist.BookingSuggestion;
import io.crmkit.assist.ChatContext;
import io.crmkit.assist.HandoffBrief;
import io.crmkit.bulk.BulkActions;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.ImportOutcome;
import io.crmkit.capture.ImportedContact;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import io.crmkit.desk.Desk;
import io.crmkit.dossier.Scope;
import io.crmkit.dossier.Snapshot;
import io.crmkit.duplicate.Duplicates;
import io.crmkit.event.Events;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Verdicts;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Interaction;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.merge.MergePreview;
import io.crmkit.merge.UndoOutcome;
import io.crmkit.move.Restoration;
import io.crmkit.outreach.Outreach;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.AuditLog;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.ConversationView;
import io.crmkit.report.Reports;
import io.crmkit.rights.Rights;
import io.crmkit.search.SearchHit;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Segments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one actor can do, for the actor's tenant. Each call may be refused by {@link io.crmkit.privacy.AccessDenied} and
 * is on record before it answers; who may not see what is personal sees it masked. Thread-safe.
 *
 * @since 0.1
 */
public final class CrmSession {
    private final Actor actor;
    private final UseCases uses;

    CrmSession(Actor actor, UseCases uses) {
        this.actor = actor;
        this.uses = uses;
    }

    public Actor actor() {
        return actor;
    }

    /** Brings events in; durable when it returns, or with the host's transaction if one is open. */
    public CaptureReceipt capture(List<InboundEvent> events) {
        return uses.capture().capture(actor, events);
    }

    public CaptureReceipt capture(InboundEvent... events) {
        return capture(List.of(events));
    }

    /** What the business says to contacts, and whether it may be said. */
    public Outreach outreach() {
        return uses.outreach(actor);
    }

    /** Changes to many contacts, in the background. */
    public BulkActions bulk() {
        return uses.bulk(actor);
    }

    /** Who waits for an answer, and what else a screen for staff asks for. */
    public Desk desk() {
        return uses.desk(actor);
    }

    /** What could not be delivered to subscribers, and what is to be delivered again. */
    public Events events() {
        return uses.events(actor);
    }

    /** What customers are worth, who stays and leaves, and what brought them. */
    public Analytics analytics() {
        return uses.analytics(actor);
    }

    /** Exports and reports that come by themselves. */
    public Reports reports() {
        return uses.reports(actor);
    }

    /** Who did what with whose data, and whether that record is sound. */
    public AuditLog audit() {
        return uses.audit(actor);
    }

    /** The contact list, by first interaction; its pages go like {@link #contacts(ContactQuery, String, int)}. */
    public Page<ContactSummary> contacts(@Nullable String cursor, int limit) {
        return uses.mask(actor).summaries(uses.profiles().contacts(actor, cursor, limit));
    }

    /** Those that fulfil a query, in its order: 1 to 1,000, after the page that {@link Page#next()} was of; null is none. */
    public Page<ContactSummary> contacts(ContactQuery query, @Nullable String cursor, int limit) {
        return uses.mask(actor).summaries(uses.list().page(actor, query, cursor, limit));
    }

    /** All contacts that fulfil a criterion, by name; empty if they are more than 1,000. */
    public Optional<List<ContactSummary>> contactsByName(Criterion criterion) {
        return uses.list().byName(actor, criterion);
    }

    /** Contacts found by words and beginnings of names, digits of phones or other addresses, the latest first. */
    public Page<SearchHit> searchContacts(String typed, @Nullable String cursor, int limit) {
        return uses.search().contacts(actor, typed, cursor, limit);
    }

    /** Messages that say all the words typed, whatever their case and accents, over the whole history, newest first. */
    public Page<SearchHit> searchMessages(String typed, @Nullable String cursor, int limit) {
        return uses.search().messages(actor, typed, cursor, limit);
    }

    /** Makes the search index anew, after an upgrade that says so; broken off, it goes on where it ended. */
    public void rebuildSearch() {
        uses.search().rebuild(actor);
    }

    /** Guards everything stored by a newer key, while captures go on; broken off, it goes on where it ended. */
    public void rotateKeys() {
        uses.rotateKeys().rotate(actor);
    }

    /** Everything at hand about a contact; empty if the tenant has no such contact. */
    public Optional<ContactProfile> profile(ContactId id) {
        return uses.mask(actor).profile(uses.profiles().profile(actor, id));
    }

    /** What happened with a contact, newest first. */
    public Page<Interaction> timeline(ContactId id, @Nullable String cursor, int limit) {
        return uses.mask(actor).interactions(uses.profiles().timeline(actor, id, cursor, limit));
    }

    /** A contact's conversations with their figures, newest first. */
    public Page<ConversationView> conversations(ContactId id, @Nullable String cursor, int limit) {
        return uses.profiles().conversations(actor, id, cursor, limit);
    }

    /** What belongs to a conversation, oldest first. */
    public Page<Interaction> entries(Conversation conversation, @Nullable String cursor, int limit) {
        return uses.mask(actor).interactions(uses.profiles().entries(actor, conversation, cursor, limit));
    }

    /** What the staff wrote down about a contact, newest first. */
    public Page<Note> notes(ContactId id, @Nullable String cursor, int limit) {
        return uses.mask(actor).notes(uses.profiles().notes(actor, id, cursor, limit));
    }

    /** Puts a tag on a contact; false if there is no such contact. */
    public boolean tag(ContactId id, Tag tag) {
        return uses.curation().tag(actor, id, Set.of(tag), Set.of());
    }

    /** Takes a tag off a contact; false if there is no such contact. */
    public boolean untag(ContactId id, Tag tag) {
        return uses.curation().tag(actor, id, Set.of(), Set.of(tag));
    }

    /** Writes a note about a contact in this actor's name; false if there is no such contact. */
    public boolean note(ContactId id, String text) {
        return uses.curation().note(actor, id, text);
    }

    /** Sets a declared attribute, or forgets it if the value is null; false if there is no such contact. */
    public boolean set(ContactId id, String attribute, @Nullable AttributeValue value) {
        return uses.curation().set(actor, id, attribute, value);
    }

    /** Sets a contact's status, or lets it follow from activity if null; false if there is no such contact. */
    public boolean setStatus(ContactId id, @Nullable ContactStatus status) {
        return uses.curation().setStatus(actor, id, status);
    }

    /** What a chatbot needs to know, most useful first, in 100 to 100,000 characters; empty if there is no contact. */
    public Optional<ChatContext> assist(ContactId id, int characters) {
        return uses.assist().context(actor, id, characters);
    }

    /** What an agent needs who takes over from the chatbot; empty if there is no such contact. */
    public Optional<HandoffBrief> handoff(ContactId id) {
        return uses.assist().handoff(actor, id);
    }

    /** What to propose to a contact now, the most timely first; empty where too little is known, or something is booked. */
    public List<BookingSuggestion> suggestions(ContactId id) {
        return uses.assist().suggestions(actor, id);
    }

    /** Everything known about a contact, with what it rests on: what holds and what did. */
    public List<Fact> facts(ContactId id) {
        return uses.mask(actor).facts(uses.facts().of(actor, id));
    }

    /** What this actor says of facts. */
    public Verdicts verdicts() {
        return uses.verdicts(actor);
    }

    /** What was kept aside, after the one with this id; from the first if null. */
    public List<SetAside> keptAside(@Nullable UUID after, int limit) {
        return uses.keptAside().page(actor, after, limit);
    }

    /** Forgets something kept aside, once it is dealt with. */
    public void forgetKeptAside(UUID id) {
        uses.keptAside().remove(actor, id);
    }

    /** Who may be the same person as whom. */
    public Duplicates duplicates() {
        return uses.merging().duplicates(actor);
    }

    /** The automatic segments and smart lists. */
    public Segments segments() {
        return uses.segments(actor);
    }

    /** What a merge of two contacts would give. Changes nothing. */
    public MergePreview previewMerge(ContactId survivor, ContactId other) {
        return uses.merging().preview(actor, survivor, other);
    }

    /** Makes two contacts one, because the actor says that they are; it can be undone. */
    public MergeOutcome merge(ContactId survivor, ContactId other) {
        return uses.merging().merge(actor, survivor, other);
    }

    /** Takes a merge back: both are as they were, each with what came by its identifiers since. */
    public UndoOutcome undo(MergeId merge) {
        return uses.merging().undo(actor, merge);
    }

    /** The merges that made a contact what it is, the last first: the order in which they can be undone. */
    public List<Merge> merges(ContactId id) {
        return uses.merging().merges(actor, id);
    }

    /** What is done for the people behind contacts: erasing them, and what they agree to. */
    public Rights privacy() {
        return uses.rights(actor);
    }

    /** Reads contacts with everything there is about them, as of one moment, while captures go on. */
    public <T> T export(Scope scope, Function<Snapshot, T> reader) {
        return uses.export().run(actor, scope, reader);
    }

    /** Takes over everything another tenant's export has. */
    public Restoration restoration() {
        return uses.restoration(actor);
    }

    /** Takes contacts over from a list, each by its identifiers, once; a dry run says only what would become of each. */
    public List<ImportOutcome> importContacts(List<ImportedContact> contacts, boolean dryRun) {
        return uses.imports().run(actor, contacts, dryRun);
    }
}
