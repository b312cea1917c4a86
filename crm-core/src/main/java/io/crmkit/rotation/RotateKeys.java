package io.crmkit.rotation;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.capture.Overtaken;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import java.util.function.Function;

/**
 * Changes a tenant's key for a newer one. Thread-safe.
 *
 * @since 0.1
 */
public final class RotateKeys {
    private static final int AT_ONCE = 200;

    private final Storage storage;
    private final Access access;

    public RotateKeys(Storage storage, Access access) {
        this.storage = storage;
        this.access = access;
    }

    /**
     * Makes a newer key and guards everything by it, some at a time, each time in a transaction of its own. Whenever it
     * is broken off, the next call goes on from there, with the same key.
     */
    public void rotate(Actor actor) {
        Entrance entrance = access.enter(actor, Action.ROTATE_KEYS);
        Overtaken.begunAgain(
                actor.tenant(),
                () -> entrance.change((work, trace) -> {
                    work.keyRotation().begin();
                    return trace;
                }));
        boolean more = true;
        while (more) {
            more = within(actor, work -> work.keyRotation().proceed(AT_ONCE));
        }
    }

    private boolean within(Actor actor, Function<UnitOfWork, Boolean> work) {
        return Overtaken.begunAgain(actor.tenant(), () -> storage.within(actor.tenant(), work));
    }
}
