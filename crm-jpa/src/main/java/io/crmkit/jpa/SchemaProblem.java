package io.crmkit.jpa;

import io.crmkit.CrmException;

/**
 * The tables are not what this library needs, or the database is not one it supports. The message says what to do.
 *
 * @since 0.1
 */
public final class SchemaProblem extends CrmException {
    SchemaProblem(String message) {
        super(message);
    }

    SchemaProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
