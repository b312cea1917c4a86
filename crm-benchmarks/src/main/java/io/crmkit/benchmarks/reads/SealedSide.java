package io.crmkit.benchmarks.reads;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.benchmarks.reads.Registry.Line;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.KeyService;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Fulfilment;
import io.crmkit.segment.SmartList;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** The registry in the library, through its door, sealed and under row-level security. */
final class SealedSide implements AutoCloseable {
    static final String DATABASE = "sealed";

    private static final int BATCH = 1_000;
    private static final ChannelAccount CHANNEL = new ChannelAccount("whatsapp", Registry.ACCOUNT);

    private final JpaStorage storage;
    private final Crm crm;
    private final CrmSession session;

    SealedSide(DataSource pool, KeyService keys) {
        storage = JpaStorage.on(pool, keys, SchemaMode.CREATE);
        crm = Crm.create(storage).clock(InstantSource.fixed(Registry.END)).build();
        session = crm.as(Actor.system(TenantId.of(Registry.TENANT)));
    }

    Crm crm() {
        return crm;
    }

    CrmSession session() {
        return session;
    }

    /** Captures what is one loader's share of the bursts: no contact is in two shares. */
    void load(Registry registry, int share, int shares) {
        List<InboundEvent> batch = new ArrayList<>(BATCH);
        for (int burst = 0; burst < registry.bursts(); burst++) {
            if (registry.contactOf(burst) % shares == share) {
                for (int i = 0; i < Registry.BURST; i++) {
                    batch.add(event(registry.line(burst * Registry.BURST + i)));
                }
            }
            if (batch.size() >= BATCH || burst == registry.bursts() - 1) {
                capture(batch);
                batch.clear();
            }
        }
    }

    void capture(List<InboundEvent> events) {
        long captured = session.capture(events).captured();
        if (captured != events.size()) {
            throw new IllegalStateException("Captured " + captured + " of " + events.size());
        }
    }

    /** How many lists a contact is in, asked of what is stored of it. */
    int against(List<SmartList> lists, ContactId contact) {
        AsOf asOf = new AsOf(Registry.END, TenantSettings.DEFAULT);
        return storage.within(TenantId.of(Registry.TENANT), work -> {
            ContactFacts facts = Objects.requireNonNull(
                    work.selections().facts(List.of(contact)).get(contact));
            return (int) lists.stream()
                    .filter(list -> new Fulfilment(asOf).of(list.criterion(), facts))
                    .count();
        });
    }

    /** How many contacts fulfil a criterion. */
    int all(Criterion criterion) {
        AsOf asOf = new AsOf(Registry.END, TenantSettings.DEFAULT);
        return storage.within(
                TenantId.of(Registry.TENANT), work -> (int) work.selections().count(criterion, asOf));
    }

    /** The others get the same tag by one statement. */
    void tagOne() {
        session.tag(session.contacts(null, 1).items().get(0).id(), Questions.TAG);
    }

    static InboundEvent event(Line line) {
        ProviderRef ref = new ProviderRef(CHANNEL, line.providerId());
        Party who = Party.of(Identifier.phone(Registry.phone(line.contact())));
        return line.fromCustomer()
                ? MessageEvent.received(
                        ref,
                        who.named(Registry.name(line.contact())),
                        line.at(),
                        Content.of("text", line.text(), line.raw()))
                : MessageEvent.sent(ref, who, Author.BOT, line.at(), Content.text(line.text()));
    }

    @Override
    public void close() {
        storage.close();
    }
}
