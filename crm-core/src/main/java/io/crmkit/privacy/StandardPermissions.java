package io.crmkit.privacy;

import static io.crmkit.privacy.Permission.APPLY_RETENTION;
import static io.crmkit.privacy.Permission.CAPTURE;
import static io.crmkit.privacy.Permission.CHANGE_IN_BULK;
import static io.crmkit.privacy.Permission.CORRECT_FACTS;
import static io.crmkit.privacy.Permission.EDIT_CONTACT;
import static io.crmkit.privacy.Permission.EDIT_SEGMENTS;
import static io.crmkit.privacy.Permission.ERASE;
import static io.crmkit.privacy.Permission.EXPORT;
import static io.crmkit.privacy.Permission.IMPORT_CONTACTS;
import static io.crmkit.privacy.Permission.LIST_CONTACTS;
import static io.crmkit.privacy.Permission.MANAGE_CONSENT;
import static io.crmkit.privacy.Permission.MERGE_CONTACTS;
import static io.crmkit.privacy.Permission.READ_AUDIT;
import static io.crmkit.privacy.Permission.RESTRICT;
import static io.crmkit.privacy.Permission.REVEAL_PERSONAL_DATA;
import static io.crmkit.privacy.Permission.SEND_MESSAGES;
import static io.crmkit.privacy.Permission.VIEW_ANALYTICS;
import static io.crmkit.privacy.Permission.VIEW_PROFILE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What each part may do, where the host says nothing else. */
final class StandardPermissions {
    static final Set<Permission> BOT =
            some(CAPTURE, LIST_CONTACTS, VIEW_PROFILE, EDIT_CONTACT, REVEAL_PERSONAL_DATA, SEND_MESSAGES);

    private static final Set<Permission> AGENT =
            some(LIST_CONTACTS, VIEW_PROFILE, EDIT_CONTACT, CORRECT_FACTS, REVEAL_PERSONAL_DATA, SEND_MESSAGES);
    private static final Set<Permission> MANAGER = and(
            AGENT,
            MERGE_CONTACTS,
            IMPORT_CONTACTS,
            CHANGE_IN_BULK,
            EXPORT,
            EDIT_SEGMENTS,
            MANAGE_CONSENT,
            RESTRICT,
            VIEW_ANALYTICS);
    private static final Set<Permission> OWNER = and(MANAGER, ERASE, APPLY_RETENTION, READ_AUDIT);
    private static final Set<Permission> ANALYST = some(LIST_CONTACTS, VIEW_PROFILE, VIEW_ANALYTICS);
    private static final Set<Permission> AUDITOR = some(READ_AUDIT);

    private StandardPermissions() {}

    static Set<Permission> of(Role role) {
        return switch (role) {
            case OWNER -> OWNER;
            case MANAGER -> MANAGER;
            case AGENT -> AGENT;
            case ANALYST -> ANALYST;
            case AUDITOR -> AUDITOR;
        };
    }

    private static Set<Permission> some(Permission... permissions) {
        return and(EnumSet.noneOf(Permission.class), permissions);
    }

    private static Set<Permission> and(Set<Permission> base, Permission... more) {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(base);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }
}
