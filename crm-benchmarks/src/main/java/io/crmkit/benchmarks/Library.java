package io.crmkit.benchmarks;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.ai.FactExtractor;
import io.crmkit.benchmarks.Traffic.Post;
import io.crmkit.benchmarks.Traffic.Sample;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.KeyService;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The library, through its door, under row-level security. */
record Library(KeyService keys, Extracting extracting) implements Contender {
    static final String DATABASE = "library";

    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", Traffic.ACCOUNT);

    Library(KeyService keys) {
        this(keys, Extracting.NONE);
    }

    @Override
    public String name() {
        return "library" + extracting.suffix();
    }

    @Override
    public String database() {
        return DATABASE + extracting.suffix().replace(", ", "_");
    }

    @Override
    public List<Integer> sizes() {
        return List.of(1, 100);
    }

    @Override
    public Capturing on(DataSource pool) {
        return open(pool, null);
    }

    /** @param extractor null for none */
    ThroughTheDoor open(DataSource pool, @Nullable FactExtractor extractor) {
        JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.CREATE);
        CrmBuilder builder = Crm.create(storage);
        return new ThroughTheDoor(storage, (extractor == null ? builder : builder.extractor(extractor)).build());
    }

    /** Ready to capture, and what else the library can do. */
    record ThroughTheDoor(JpaStorage storage, Crm crm) implements Capturing {
        @Override
        public void capture(Post post) {
            List<InboundEvent> events =
                    post.samples().stream().map(Library::event).toList();
            CaptureReceipt receipt =
                    crm.as(Actor.system(Traffic.tenant(post.tenant()))).capture(events);
            if (receipt.captured() != events.size()) {
                throw new IllegalStateException("Not all were captured: " + receipt);
            }
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    static InboundEvent event(Sample sample) {
        return MessageEvent.received(
                new ProviderRef(ACCOUNT, sample.providerId()),
                Party.of(Identifier.phone(sample.phone())).named(Traffic.name(sample.contact())),
                sample.at(),
                Content.of("text", sample.text(), sample.raw()));
    }

    /** Lets the contacts write for the first time. */
    void fill(DataSource pool, Traffic traffic) {
        try (Capturing ready = on(pool)) {
            for (int tenant = 0; tenant < traffic.tenants(); tenant++) {
                ready.capture(traffic.everybody(tenant));
            }
        } catch (Exception failed) {
            throw new IllegalStateException("The library's database cannot be filled", failed);
        }
    }
}
