package io.crmkit.dashboard;

import io.crmkit.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * Who did what with whose data.
 *
 * @param verdict whether the record is sound, in words; empty if that was not asked
 */
record AuditView(
        Frame frame,
        String actor,
        String contact,
        List<AuditEntry> entries,
        Optional<String> next,
        String verdict,
        boolean sound)
        implements View {}
