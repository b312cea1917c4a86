package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.privacy.KeyService;
import io.crmkit.privacy.WrongKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link KeyService} keeps. Extend it in a test of the adapter.
 *
 * @since 0.1
 */
@Requirement("HST-5")
public abstract class KeyServiceContract {
    private static final byte[] CONTEXT = ascii("clinica-norte|seal");
    private static final byte[] KEY = ascii("0123456789abcdef0123456789abcdef");

    /** The service with one root key, the same at every call. */
    protected abstract KeyService service();

    /** A service of the same kind with another root key. */
    protected abstract KeyService another();

    @Test
    void aWrappedKeyComesBack() {
        byte[] wrapped = service().wrap(KEY, CONTEXT);
        assertThat(service().unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
    }

    @Test
    void anEmptyContextIsAContext() {
        byte[] wrapped = service().wrap(KEY, new byte[0]);
        assertThat(service().unwrap(wrapped, new byte[0])).isEqualTo(KEY);
        assertRefused(wrapped, CONTEXT);
    }

    @Test
    void aWholeSetOfKeysFits() {
        byte[] keys = new byte[4_096];
        Arrays.fill(keys, (byte) -1);
        assertThat(service().unwrap(service().wrap(keys, CONTEXT), CONTEXT)).isEqualTo(keys);
    }

    @Test
    void theCallersBytesAreTheirs() {
        byte[] key = KEY.clone();
        byte[] context = CONTEXT.clone();
        byte[] wrapped = service().wrap(key, context);
        assertThat(key).isEqualTo(KEY);
        assertThat(context).isEqualTo(CONTEXT);
        Arrays.fill(key, (byte) 0);
        byte[] given = wrapped.clone();
        assertThat(service().unwrap(given, CONTEXT)).isEqualTo(KEY);
        assertThat(given).isEqualTo(wrapped);
    }

    @Test
    void theKeyCannotBeReadOffWhatIsWrapped() {
        String wrapped = new String(service().wrap(KEY, CONTEXT), StandardCharsets.ISO_8859_1);
        assertThat(wrapped).doesNotContain(new String(KEY, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aKeyWrappedTwiceLooksDifferent() {
        assertThat(service().wrap(KEY, CONTEXT)).isNotEqualTo(service().wrap(KEY, CONTEXT));
    }

    @Test
    void anotherContextIsRefused() {
        byte[] wrapped = service().wrap(KEY, CONTEXT);
        assertRefused(wrapped, ascii("clinica-sur|seal"));
        assertRefused(wrapped, Arrays.copyOf(CONTEXT, CONTEXT.length - 1));
        assertRefused(wrapped, Arrays.copyOf(CONTEXT, CONTEXT.length + 1));
        assertRefused(wrapped, new byte[0]);
    }

    @Test
    void anotherRootKeyIsRefused() {
        byte[] wrapped = another().wrap(KEY, CONTEXT);
        assertRefused(wrapped, CONTEXT);
    }

    @Test
    void everyChangedByteIsRefused() {
        byte[] wrapped = service().wrap(KEY, CONTEXT);
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertRefused(changed, CONTEXT);
        }
    }

    @Test
    void everythingShorterOrLongerIsRefused() {
        byte[] wrapped = service().wrap(KEY, CONTEXT);
        for (int length = 0; length < wrapped.length; length++) {
            assertRefused(Arrays.copyOf(wrapped, length), CONTEXT);
        }
        assertRefused(Arrays.copyOf(wrapped, wrapped.length + 1), CONTEXT);
    }

    @Test
    void aRefusalAndTheServiceItselfShowNoKey() {
        byte[] wrapped = another().wrap(KEY, CONTEXT);
        assertThatThrownBy(() -> service().unwrap(wrapped, CONTEXT))
                .hasMessageNotContaining(new String(KEY, StandardCharsets.US_ASCII));
        assertThat(service().toString()).doesNotContain(new String(KEY, StandardCharsets.US_ASCII));
    }

    @Test
    void manyMayUseItAtOnce() throws Exception {
        KeyService service = service();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<byte[]>> uses = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                byte[] context = ascii("tenant-" + i);
                uses.add(() -> service.unwrap(service.wrap(context, context), context));
            }
            List<Future<byte[]>> results = threads.invokeAll(uses);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(ascii("tenant-" + i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertRefused(byte[] wrapped, byte[] context) {
        assertThatThrownBy(() -> service().unwrap(wrapped, context)).isInstanceOf(WrongKey.class);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
