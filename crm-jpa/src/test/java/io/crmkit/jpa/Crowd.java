package io.crmkit.jpa;

import io.crmkit.CrmSession;
import io.crmkit.StorageUnavailable;
import io.crmkit.contact.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Eight callers who capture as fast as they can, and tell each message once its capture has returned. */
final class Crowd {
    private static final int CALLERS = 8;
    private static final int PEOPLE = 12;

    private final CrmSession session;
    private final String name;
    private final Consumer<List<String>> acknowledged;
    private volatile boolean enough;

    Crowd(CrmSession session, String name, Consumer<List<String>> acknowledged) {
        this.session = session;
        this.name = name;
        this.acknowledged = acknowledged;
    }

    /** Begins; each caller goes on until told to stop, or until the database is gone. */
    Runnable begin() {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> calls = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int number = caller;
            calls.add(callers.submit(() -> call(number)));
        }
        return () -> {
            enough = true;
            callers.shutdown();
            for (Future<?> call : calls) {
                try {
                    call.get();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        };
    }

    private void call(int caller) {
        for (int i = 0; !enough; i++) {
            Party who = Clinic.somebody(ThreadLocalRandom.current().nextInt(PEOPLE));
            String question = name + "-" + caller + "-" + i + "q";
            String answer = name + "-" + caller + "-" + i + "a";
            try {
                session.capture(Clinic.wrote(who, question, i, "¿Tienen turno?"));
                acknowledged.accept(List.of(question));
                session.capture(
                        Clinic.answered(who, answer, i, "Sí, el martes"),
                        Clinic.read(who, answer, i),
                        Clinic.wrote(who, question, i, "¿Tienen turno?"));
                acknowledged.accept(List.of(answer));
            } catch (StorageUnavailable | StorageFailure gone) {
                enough = true;
            }
        }
    }
}
