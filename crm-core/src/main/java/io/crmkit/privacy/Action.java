package io.crmkit.privacy;

import static io.crmkit.privacy.Permission.APPLY_RETENTION;
import static io.crmkit.privacy.Permission.CAPTURE;
import static io.crmkit.privacy.Permission.CHANGE_IN_BULK;
import static io.crmkit.privacy.Permission.CORRECT_FACTS;
import static io.crmkit.privacy.Permission.EDIT_CONTACT;
import static io.crmkit.privacy.Permission.EDIT_SEGMENTS;
import static io.crmkit.privacy.Permission.ERASE;
import static io.crmkit.privacy.Permission.EXPORT;
import static io.crmkit.privacy.Permission.HANDLE_REQUESTS;
import static io.crmkit.privacy.Permission.HANDLE_SET_ASIDE;
import static io.crmkit.privacy.Permission.IMPORT_CONTACTS;
import static io.crmkit.privacy.Permission.LIST_CONTACTS;
import static io.crmkit.privacy.Permission.MAINTAIN;
import static io.crmkit.privacy.Permission.MANAGE_CONSENT;
import static io.crmkit.privacy.Permission.MERGE_CONTACTS;
import static io.crmkit.privacy.Permission.READ_AUDIT;
import static io.crmkit.privacy.Permission.RESTRICT;
import static io.crmkit.privacy.Permission.REVEAL_PERSONAL_DATA;
import static io.crmkit.privacy.Permission.SEND_MESSAGES;
import static io.crmkit.privacy.Permission.VIEW_ANALYTICS;
import static io.crmkit.privacy.Permission.VIEW_PROFILE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A use case: what it needs, and what of contacts it shows or changes. Its name is what the audit calls it and never
 * changes. Where an answer can do without what is personal, who lacks {@link Permission#REVEAL_PERSONAL_DATA} gets it
 * masked; where it cannot, the use case needs that permission too.
 *
 * @since 0.1
 */
public enum Action {
    /** Bringing events in; what came in is its own record, so only a refusal is audited. */
    CAPTURE_EVENTS("", CAPTURE),
    LIST("summary", LIST_CONTACTS),
    /** A list by what somebody typed or by the value of an attribute, which tells of who is found what was asked. */
    LIST_BY_VALUE("summary", LIST_CONTACTS, REVEAL_PERSONAL_DATA),
    LIST_BY_NAME("summary", LIST_CONTACTS, REVEAL_PERSONAL_DATA),
    /** What smart lists ask for, which may be personal. */
    VIEW_SEGMENTS("", LIST_CONTACTS, REVEAL_PERSONAL_DATA),
    EDIT_SEGMENT("", EDIT_SEGMENTS, REVEAL_PERSONAL_DATA),
    COUNT_SEGMENT("", LIST_CONTACTS),
    VIEW_MEMBERSHIP("segments", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    SEARCH_CONTACTS("summary", LIST_CONTACTS, REVEAL_PERSONAL_DATA),
    SEARCH_MESSAGES("messages", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    VIEW_CONTACT("profile", VIEW_PROFILE),
    VIEW_TIMELINE("messages", VIEW_PROFILE),
    /** Who waits for an answer or for a person, with what was said last. */
    VIEW_QUEUE("messages", LIST_CONTACTS, VIEW_PROFILE),
    VIEW_CONVERSATIONS("conversations", VIEW_PROFILE),
    VIEW_CONVERSATION("messages", VIEW_PROFILE),
    VIEW_NOTES("notes", VIEW_PROFILE),
    VIEW_FACTS("facts", VIEW_PROFILE),
    VIEW_MERGES("merges", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    ASSIST("profile", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    SUGGEST("profile", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    HAND_OFF("profile", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    TAG("tags", EDIT_CONTACT),
    UNTAG("tags", EDIT_CONTACT),
    WRITE_NOTE("notes", EDIT_CONTACT),
    SET_ATTRIBUTE("attributes", EDIT_CONTACT),
    SET_STATUS("status", EDIT_CONTACT),
    ACCEPT_FACT("facts", CORRECT_FACTS, REVEAL_PERSONAL_DATA),
    REJECT_FACT("facts", CORRECT_FACTS, REVEAL_PERSONAL_DATA),
    CORRECT_FACT("facts", CORRECT_FACTS, REVEAL_PERSONAL_DATA),
    STATE_FACT("facts", CORRECT_FACTS, REVEAL_PERSONAL_DATA),
    /** What another extractor would make of a contact. */
    TRY_EXTRACTOR("facts", CORRECT_FACTS, REVEAL_PERSONAL_DATA),
    READ_AGAIN("", CORRECT_FACTS),
    VIEW_KEPT_ASIDE("raw", HANDLE_SET_ASIDE, REVEAL_PERSONAL_DATA),
    FORGET_KEPT_ASIDE("raw", HANDLE_SET_ASIDE),
    VIEW_DUPLICATES("summary", MERGE_CONTACTS, REVEAL_PERSONAL_DATA),
    DISMISS_DUPLICATE("", MERGE_CONTACTS),
    PREVIEW_MERGE("summary", MERGE_CONTACTS, REVEAL_PERSONAL_DATA),
    MERGE("merges", MERGE_CONTACTS),
    UNDO_MERGE("merges", MERGE_CONTACTS),
    IMPORT("summary", IMPORT_CONTACTS),
    /** Taking over what was exported of a tenant. */
    RESTORE("everything", IMPORT_CONTACTS),
    EXPORT_CONTACTS("everything", EXPORT, REVEAL_PERSONAL_DATA),
    /** Asking for a change to many; it needs what the change needs for one as well. */
    START_BULK("", CHANGE_IN_BULK, REVEAL_PERSONAL_DATA),
    /** What a broadcast would come to, counted. */
    PREVIEW_BROADCAST("consent", CHANGE_IN_BULK, REVEAL_PERSONAL_DATA),
    VIEW_BULK("", CHANGE_IN_BULK, REVEAL_PERSONAL_DATA),
    STEER_BULK("", CHANGE_IN_BULK, REVEAL_PERSONAL_DATA),
    /** A batch of a change to many, in the name of who asked for it. */
    CARRY_OUT_BULK("", CHANGE_IN_BULK),
    /** Figures over all contacts, who are named by their ids only. */
    VIEW_FIGURES("spend", VIEW_ANALYTICS),
    /** What is planned, which may tell what people are asked by, and where it goes. */
    VIEW_REPORTS("", EXPORT, REVEAL_PERSONAL_DATA),
    /** Planning a report; it needs what it shows needs as well, each time it is made. */
    PLAN_REPORT("", EXPORT, REVEAL_PERSONAL_DATA),
    REBUILD_SEARCH("", MAINTAIN),
    ROTATE_KEYS("", MAINTAIN),
    ERASE_CONTACT("everything", ERASE),
    VIEW_ERASURE("", ERASE),
    /** Telling a person what is known of them. */
    DISCLOSE("everything", HANDLE_REQUESTS, REVEAL_PERSONAL_DATA),
    OPEN_REQUEST("requests", HANDLE_REQUESTS),
    STEER_REQUEST("requests", HANDLE_REQUESTS),
    VIEW_REQUESTS("requests", HANDLE_REQUESTS),
    STATE_CONSENT("consent", MANAGE_CONSENT),
    VIEW_CONSENT("consent", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    /** Whether somebody may be sent something. */
    ASK_TO_SEND("consent", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    /** Sending a message, or asking for it to be sent. */
    SEND("messages", SEND_MESSAGES),
    /** Looking at what waits to be sent, or may have been. */
    VIEW_UNSETTLED("messages", VIEW_PROFILE, REVEAL_PERSONAL_DATA),
    RESTRICT_CONTACT("restriction", RESTRICT),
    LIFT_RESTRICTION("restriction", RESTRICT),
    VIEW_RESTRICTED("restriction", RESTRICT),
    RETAIN("everything", APPLY_RETENTION),
    VIEW_AUDIT("audit", READ_AUDIT),
    VERIFY_AUDIT("audit", READ_AUDIT),
    SEAL_AUDIT("audit", READ_AUDIT),
    /** Looking at events that could not be delivered, which have ids only. */
    VIEW_EVENTS("", MAINTAIN),
    STEER_EVENTS("", MAINTAIN);

    private final String fields;
    private final Set<Permission> needs;

    Action(String fields, Permission... needs) {
        this.fields = fields;
        this.needs = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(needs)));
    }

    /** What of a contact it shows or changes, by name; empty if nothing. */
    public String fields() {
        return fields;
    }

    /** Every permission it needs. */
    public Set<Permission> needs() {
        return needs;
    }
}
