package io.crmkit.whatsapp;

/**
 * How a replay of the quarantine went.
 *
 * @param replayed captured for their tenant and forgotten here
 * @param waiting still of no tenant, left where they were
 * @since 0.1
 */
public record Replay(int replayed, int waiting) {}
