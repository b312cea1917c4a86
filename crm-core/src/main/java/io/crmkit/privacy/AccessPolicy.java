package io.crmkit.privacy;

import java.util.EnumSet;
import java.util.Set;

/**
 * The port that says who may do what. Asked once at the entrance of every use case; what it does not allow is refused.
 * Thread-safe, answers from memory.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AccessPolicy {
    boolean allows(Actor actor, Permission permission);

    /**
     * System and bot capture, read and add; owner, manager and agent read and add by hand; the system, owner and manager
     * merge, import, export, change in bulk, record consent and restrict; the system and owner erase and apply retention; everybody else does nothing.
     */
    static AccessPolicy standard() {
        Set<Permission> machine = EnumSet.allOf(Permission.class);
        Set<Permission> notOfBots = EnumSet.of(
                Permission.HANDLE_SET_ASIDE,
                Permission.MAINTAIN,
                Permission.MERGE_CONTACTS,
                Permission.IMPORT_CONTACTS,
                Permission.CHANGE_IN_BULK,
                Permission.EXPORT,
                Permission.ERASE,
                Permission.MANAGE_CONSENT,
                Permission.APPLY_RETENTION,
                Permission.RESTRICT,
                Permission.CORRECT_FACTS);
        Set<Permission> staff = EnumSet.of(
                Permission.LIST_CONTACTS, Permission.VIEW_PROFILE, Permission.EDIT_CONTACT, Permission.CORRECT_FACTS);
        Set<Permission> heads = EnumSet.of(
                Permission.MERGE_CONTACTS,
                Permission.IMPORT_CONTACTS,
                Permission.CHANGE_IN_BULK,
                Permission.EXPORT,
                Permission.MANAGE_CONSENT,
                Permission.RESTRICT);
        Set<Permission> ownersOnly = EnumSet.of(Permission.ERASE, Permission.APPLY_RETENTION);
        Set<Role> readers = EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT);
        Set<Role> leaders = EnumSet.of(Role.OWNER, Role.MANAGER);
        return (actor, permission) -> switch (actor.kind()) {
            case SYSTEM -> machine.contains(permission);
            case BOT -> !notOfBots.contains(permission);
            case PERSON ->
                actor.roles().stream().anyMatch(readers::contains) && staff.contains(permission)
                        || actor.roles().stream().anyMatch(leaders::contains) && heads.contains(permission)
                        || actor.roles().contains(Role.OWNER) && ownersOnly.contains(permission);
        };
    }
}
