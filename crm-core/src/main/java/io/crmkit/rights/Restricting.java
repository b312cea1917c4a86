package io.crmkit.rights;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.ContactId;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes contacts out of use without losing anything of them, and lets them in again. Thread-safe. */
public record Restricting(Storage storage) {

    boolean set(TenantId tenant, ContactId contact, boolean restricted) {
        return within(tenant, work -> work.restrictions().set(contact, restricted));
    }

    List<ContactId> page(TenantId tenant, @Nullable ContactId after, int limit) {
        return within(tenant, work -> work.restrictions().page(after, limit));
    }

    /** Does something with a contact as if it was not restricted, which nobody else sees. */
    static <T> T despite(UnitOfWork work, ContactId contact, Supplier<T> what) {
        boolean restricted = !work.restrictions().among(Set.of(contact)).isEmpty();
        if (!restricted) {
            return what.get();
        }
        work.restrictions().set(contact, false);
        T result = what.get();
        work.restrictions().set(contact, true);
        return result;
    }

    private <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(tenant, () -> storage.within(tenant, work));
    }
}
