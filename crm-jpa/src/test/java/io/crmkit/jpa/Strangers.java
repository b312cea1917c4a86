package io.crmkit.jpa;

import io.crmkit.CrmSession;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Callers who capture as fast as they can, each message from somebody who never wrote before. */
final class Strangers {
    private static final int CALLERS = 3;

    private final CrmSession session;
    private final String name;
    private final Consumer<List<String>> acknowledged;
    private volatile boolean enough;

    Strangers(CrmSession session, String name, Consumer<List<String>> acknowledged) {
        this.session = session;
        this.name = name;
        this.acknowledged = acknowledged;
    }

    /** Begins; what it gives ends it, and fails if a capture did. */
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
            String id = name + "-" + caller + "-" + i;
            Party stranger =
                    Party.of(Identifier.whatsAppUser("portfolio-1", "AR." + id)).named("Someone " + i);
            session.capture(Clinic.wrote(stranger, id, i % 500, "¿Tienen turno?"));
            acknowledged.accept(List.of(id));
        }
    }
}
