package io.crmkit.example.spring.docs;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactSummary;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Talked;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** {@code getting-started-spring.md}. */
@Service
class Reception {
    private final Crm crm;

    Reception(Crm crm) {
        this.crm = crm;
    }

    List<ContactSummary> waiting(String user) {
        CrmSession clinic = crm.as(Actor.person(TenantId.of("clinica-norte"), user, Role.AGENT));
        return clinic.contacts(ContactQuery.of(new Talked.Awaits(Duration.ofHours(2))), null, 50)
                .items();
    }
}
