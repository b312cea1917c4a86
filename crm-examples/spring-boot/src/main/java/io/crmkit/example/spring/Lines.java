package io.crmkit.example.spring;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.clinic.Line;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.privacy.Actor;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import org.springframework.stereotype.Component;

/** The number of the clinic that somebody wrote to last, by which what is told of them is filed. */
@Component
final class Lines {
    private static final int LOOKED_AT = 20;

    private final CrmSession clinic;
    private final Line first;

    Lines(Crm crm, ClinicProperties properties) {
        this.clinic = crm.as(Actor.system(properties.tenant()));
        this.first = properties.line();
    }

    /** The clinic's first number for whoever never wrote. */
    Line of(String address) {
        return clinic.contacts(ContactQuery.of(Criterion.text(address)), null, 1).items().stream()
                .findFirst()
                .map(this::of)
                .orElse(first);
    }

    private Line of(ContactSummary contact) {
        String account = contact.contact().identifiers().stream()
                .filter(each -> each.scheme().equals(Scheme.WHATSAPP_USER_ID))
                .map(Identifier::scope)
                .findFirst()
                .orElse(first.businessAccount());
        return clinic.conversations(contact.id(), null, LOOKED_AT).items().stream()
                .map(view -> view.conversation().account())
                .filter(used -> used.channel().equals("whatsapp"))
                .map(used -> new Line(used.account(), account))
                .findFirst()
                .orElse(new Line(first.phoneNumberId(), account));
    }
}
