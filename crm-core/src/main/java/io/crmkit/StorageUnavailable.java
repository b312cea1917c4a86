package io.crmkit;

/**
 * The storage cannot be reached or takes no work now. Nothing is wrong with what was asked: ask again later; doing it
 * twice does it once.
 *
 * @since 0.1
 */
public final class StorageUnavailable extends CrmException {
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
