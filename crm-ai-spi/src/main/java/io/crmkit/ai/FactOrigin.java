package io.crmkit.ai;

/**
 * On whose word a fact stands, the strongest first: a weaker one never replaces a stronger one.
 *
 * @since 0.1
 */
public enum FactOrigin {
    /** Entered or confirmed by the staff; no extractor may claim it. */
    HUMAN,
    /** The customer said it. */
    EXPLICIT,
    /** The customer said yes to it. */
    CONFIRMED,
    /** It follows from what the customer said. */
    INFERRED
}
