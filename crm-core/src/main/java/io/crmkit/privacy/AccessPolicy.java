package io.crmkit.privacy;

/**
 * The port that says who may do what. Asked once for each permission at the entrance of every use case; what it does not
 * allow is refused. A host with roles of its own maps them here. Thread-safe, answers from memory.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AccessPolicy {
    boolean allows(Actor actor, Permission permission);

    /**
     * The system may do everything; the bot captures, reads, adds and sends; a person may what each of their roles may, and
     * without a role nothing. Agents read and add by hand, send and correct facts; managers also merge, import, export, change
     * in bulk, save smart lists, record consent, restrict and see figures; owners also erase, apply retention and read the
     * audit; analysts see figures, and lists and profiles without what is personal; auditors see the audit and nothing else.
     */
    static AccessPolicy standard() {
        return (actor, permission) -> switch (actor.kind()) {
            case SYSTEM -> true;
            case BOT -> StandardPermissions.BOT.contains(permission);
            case PERSON ->
                actor.roles().stream()
                        .anyMatch(role -> StandardPermissions.of(role).contains(permission));
        };
    }
}
