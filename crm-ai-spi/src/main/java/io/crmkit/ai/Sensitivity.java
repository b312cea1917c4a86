package io.crmkit.ai;

/**
 * How carefully a fact has to be kept.
 *
 * @since 0.1
 */
public enum Sensitivity {
    ORDINARY,
    /** Identity documents, bank accounts, cards: redacted unless the tenant asked for it. */
    IDENTITY,
    /** A special category in the sense of data protection law: redacted unless the tenant asked for it. */
    HEALTH
}
