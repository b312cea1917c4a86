package io.crmkit.capture;

import io.crmkit.CrmException;
import io.crmkit.tenant.TenantId;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody else wrote what a capture had recalled. Nothing was written; begin again.
 *
 * @since 0.1
 */
public final class Overtaken extends CrmException {
    private static final int ATTEMPTS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Overtaken.class);

    public Overtaken(String message) {
        super(message);
    }

    public Overtaken(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Does some work, from the beginning again where it was overtaken.
     *
     * @param work a whole transaction
     * @throws Overtaken after eight times
     */
    public static <T> T begunAgain(TenantId tenant, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (Overtaken overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
                LOG.debug("A transaction of tenant {} was overtaken, attempt {}", tenant, attempt);
            }
        }
    }
}
