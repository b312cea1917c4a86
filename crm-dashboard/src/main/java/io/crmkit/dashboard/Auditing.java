package io.crmkit.dashboard;

import io.crmkit.Page;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditVerdict;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.AuditLog;
import java.util.Optional;

/** Who did what with whose data, and whether that record is sound. */
record Auditing(Visit visit) {
    private static final int LISTED = 50;

    Answer show() {
        AuditLog log = visit.session().audit();
        String actor = visit.request().asked("actor");
        String asked = visit.request().asked("contact");
        Optional<ContactId> contact = Given.contact(asked);
        String after = visit.request().asked("after");
        AuditQuery query = new AuditQuery(contact.orElse(null), actor.isEmpty() ? null : actor, null, null);
        Page<AuditEntry> page = log.page(query, after.isEmpty() ? null : after, LISTED);
        Optional<AuditVerdict> verdict =
                visit.request().asked("verify").isEmpty() ? Optional.empty() : Optional.of(log.verify());
        return Answer.show(
                "audit",
                new AuditView(
                        visit.frame("audit", visit.words().say("way.audit")),
                        actor,
                        asked,
                        page.items(),
                        page.next()
                                .map(next -> Link.to("dashboard/audit")
                                        .with("actor", actor)
                                        .with("contact", asked)
                                        .with("after", next)
                                        .toString()),
                        verdict.map(this::said).orElse(""),
                        verdict.map(AuditVerdict.Sound.class::isInstance).orElse(true)));
    }

    private String said(AuditVerdict verdict) {
        if (verdict instanceof AuditVerdict.Sound sound) {
            return visit.words().say("audit.sound", sound.upTo(), sound.unsealed());
        }
        AuditVerdict.Tampered tampered = (AuditVerdict.Tampered) verdict;
        return visit.words()
                .say("audit.tampered", tampered.place(), tampered.reason().name());
    }
}
