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

    /** System and bot capture, read and add; owner, manager and agent read and add by hand; everybody else does nothing. */
    static AccessPolicy standard() {
        Set<Permission> machine = EnumSet.allOf(Permission.class);
        Set<Permission> staff = EnumSet.of(
                Permission.LIST_CONTACTS, Permission.VIEW_PROFILE, Permission.EDIT_CONTACT, Permission.CORRECT_FACTS);
        Set<Role> readers = EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT);
        return (actor, permission) -> switch (actor.kind()) {
            case SYSTEM -> machine.contains(permission);
            case BOT ->
                permission != Permission.HANDLE_SET_ASIDE
                        && permission != Permission.CORRECT_FACTS
                        && permission != Permission.MAINTAIN;
            case PERSON -> actor.roles().stream().anyMatch(readers::contains) && staff.contains(permission);
        };
    }
}
