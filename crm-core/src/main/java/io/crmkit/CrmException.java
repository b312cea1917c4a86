package io.crmkit;

/**
 * The root of everything CRM Kit throws. Messages carry ids and advice, never personal data.
 *
 * @since 0.1
 */
public abstract class CrmException extends RuntimeException {
    protected CrmException(String message) {
        super(message);
    }

    protected CrmException(String message, Throwable cause) {
        super(message, cause);
    }
}
