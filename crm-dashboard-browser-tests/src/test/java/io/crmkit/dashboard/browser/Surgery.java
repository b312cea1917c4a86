package io.crmkit.dashboard.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.clinic.Day;
import io.crmkit.clinic.Replay;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.dashboard.Dashboard;
import io.crmkit.dashboard.DashboardRequest;
import io.crmkit.dashboard.DashboardResponse;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.ScriptedMessenger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A clinic at the end of its day, whose dashboard is served on this machine. The smallest host there is. */
final class Surgery implements AutoCloseable {
    static final TenantId ID = TenantId.of("clinica-norte");

    private static final ChannelAccount LINE = new ChannelAccount("whatsapp", "1001");

    final FixedClock clock = FixedClock.at(Day.EVENING);
    final ScriptedMessenger messenger = new ScriptedMessenger(LINE);
    final Crm crm = Crm.create(new InMemoryStorage())
            .clock(clock)
            .ids(new CountedIds(1))
            .extractor(new RulesExtractor())
            .messenger(messenger)
            .build();
    private final Dashboard dashboard = Dashboard.on(crm).exports().build();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private volatile Role role = Role.OWNER;

    Surgery() {
        try {
            new Replay(crm, ID).of(Day.files());
            happenings();
            crm.dueWork().runDue();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/clinic/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    /** What the day has not: somebody who asks for a person, and one who writes from two phones. */
    private void happenings() {
        CrmSession system = crm.as(Actor.system(ID));
        Party silvia = Party.of(Identifier.phone("5491155550199")).named("Silvia Prado");
        Party again = Party.of(Identifier.phone("5491155550198")).named("Silvia Prado");
        Instant at = Day.EVENING.minusSeconds(5_400);
        system.capture(
                said("s1", silvia, at, "Hola, soy Silvia Prado, mi mail es silvia@example.org. Nadie me contesta!"),
                new HappeningEvent(
                        new ProviderRef(LINE, "s2"),
                        silvia,
                        EventKind.ESCALATED,
                        at.plusSeconds(9),
                        Content.text("Pide una persona")),
                said("s3", again, at.plusSeconds(600), "Cambié de teléfono, mi mail es silvia@example.org"));
    }

    void says(String id, Party who, int seconds, String text) {
        crm.as(Actor.system(ID)).capture(said(id, who, clock.instant().plusSeconds(seconds), text));
    }

    private static MessageEvent said(String id, Party who, Instant at, String text) {
        return MessageEvent.received(new ProviderRef(LINE, id), who, at, Content.text(text));
    }

    /** The page of a change to many that is half done. */
    String job() {
        BulkStart start = owner().bulk()
                .start(new BulkRequest(
                        "job",
                        new BulkAction.PutTags(Set.of(Tag.of("primavera"))),
                        new Chosen.All(Criterion.EVERYBODY)));
        return "/dashboard/jobs/" + ((BulkStart.Accepted) start).job().id();
    }

    /** Who is logged in from now on. */
    void loggedInAs(Role other) {
        role = other;
    }

    CrmSession owner() {
        return crm.as(Actor.person(ID, "owner", Role.OWNER));
    }

    ContactId find(String typed) {
        return owner().searchContacts(typed, null, 1).items().get(0).contact();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/clinic" + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        DashboardResponse response = dashboard.handle(new DashboardRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath().substring("/clinic".length()),
                DashboardRequest.parameters(query),
                DashboardRequest.parameters(form),
                headers,
                Actor.person(ID, role.name().toLowerCase(Locale.ROOT), role)));
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean none = response.body() == DashboardResponse.Body.NONE;
        exchange.sendResponseHeaders(response.status(), none ? -1 : 0);
        if (!none) {
            try (OutputStream out = exchange.getResponseBody()) {
                response.body().writeTo(out);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
