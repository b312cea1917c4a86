package io.crmkit.testkit.permissions;

import io.crmkit.CrmSession;
import io.crmkit.privacy.Action;
import java.util.function.BiFunction;

/**
 * A row of the matrix: a public method behind the door, what it is to the gate, and how it is called.
 *
 * @param method such as {@code CrmSession.profile(ContactId)}
 * @param call returns the answer, as far as there is one
 */
record UseCase(String method, Action action, BiFunction<CrmSession, Scene, Object> call) {
    /** A call without an answer. */
    interface Silent {
        void call(CrmSession session, Scene scene);
    }

    static UseCase of(String method, Action action, BiFunction<CrmSession, Scene, Object> call) {
        return new UseCase(method, action, call);
    }

    static UseCase silent(String method, Action action, Silent silent) {
        return new UseCase(method, action, (session, scene) -> {
            silent.call(session, scene);
            return "";
        });
    }
}
