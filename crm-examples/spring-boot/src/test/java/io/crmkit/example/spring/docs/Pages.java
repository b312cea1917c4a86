package io.crmkit.example.spring.docs;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.dashboard.Dashboard;
import io.crmkit.dashboard.DashboardRequest;
import io.crmkit.dashboard.DashboardResponse;
import io.crmkit.dossier.Scope;
import io.crmkit.event.DomainEvent;
import io.crmkit.export.ContactsCsv;
import io.crmkit.export.CsvDialect;
import io.crmkit.export.ExportFile;
import io.crmkit.export.Progress;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.rights.Erasure;
import io.crmkit.rights.Retention;
import io.crmkit.segment.Criterion;
import io.crmkit.spring.DashboardActors;
import io.crmkit.tenant.TenantId;
import io.crmkit.whatsapp.CloudApi;
import io.crmkit.whatsapp.WhatsAppNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;

/** Fragments, each with what its page takes for granted. */
abstract class Pages {
    abstract void welcome(DomainEvent.SegmentEntered entered);

    /** {@code getting-started-spring.md}, in a configuration of the host. */
    @Bean
    DashboardActors dashboardActors() {
        return request -> Optional.ofNullable(request.getUserPrincipal())
                .map(user -> Actor.person(TenantId.of("clinica-norte"), user.getName(), Role.AGENT));
    }

    /** {@code dashboard.md}. */
    DashboardResponse dashboard(
            Crm crm,
            String method,
            String path,
            String queryString,
            String form,
            Map<String, String> headers,
            Actor actor) {
        Dashboard dashboard = Dashboard.on(crm).build();
        DashboardResponse response = dashboard.handle(new DashboardRequest(
                method,
                path,
                DashboardRequest.parameters(queryString),
                DashboardRequest.parameters(form),
                headers,
                actor));
        return response;
    }

    /** {@code events.md}. */
    Crm events(Storage storage, List<UUID> audit) {
        Crm crm = Crm.create(storage)
                .listener(event -> audit.add(event.heading().id()))
                .subscriber("orders", event -> {
                    if (event instanceof DomainEvent.SegmentEntered entered) {
                        welcome(entered);
                    }
                })
                .build();
        crm.dueWork().start();
        return crm;
    }

    /** {@code exports.md}. */
    void exports(CrmSession session) throws IOException {
        new ExportFile(session)
                .write(Path.of("contacts.csv"), Scope.EVERYTHING, ContactsCsv.list(CsvDialect.SPANISH), Progress.NONE);
    }

    /** {@code messaging.md}. */
    SendOutcome messages(Storage storage, WhatsAppNumbers numbers, Actor agent, ContactId contact) {
        Crm crm = Crm.create(storage).messenger(CloudApi.sendingFrom(numbers)).build();

        SendOutcome outcome = crm.as(agent).outreach().send(contact, Draft.answer("¡Hola! ¿En qué te ayudo?"));
        return outcome;
    }

    /** {@code messaging.md}. */
    BulkStart broadcast(CrmSession owner, Criterion criterion) {
        Campaign campaign = Campaign.of(
                Purpose.MARKETING,
                Outgoing.Template.of("spring_offer", "es_AR", "{first_name|Hola}", "{attribute.insurer|tu cobertura}"));
        BulkStart start = owner.bulk()
                .start(new BulkRequest("spring", new BulkAction.Broadcast(campaign), new Chosen.All(criterion)));
        return start;
    }

    /** {@code privacy.md}. */
    Erasure privacy(CrmSession owner, ContactId contactId, boolean dryRun) {
        Erasure certificate = owner.privacy().erase(contactId).orElseThrow();
        owner.privacy()
                .retain(Retention.DEFAULT.keeping(Retention.Kind.SILENT_CONTACTS, Duration.ofDays(3 * 365)), dryRun);
        return certificate;
    }
}
