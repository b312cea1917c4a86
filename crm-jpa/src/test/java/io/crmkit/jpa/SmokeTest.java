package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.StatusReached;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SmokeTest {
    static final ChannelAccount ACC = new ChannelAccount("whatsapp", "1065");
    static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void h2() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:smoke;DB_CLOSE_DELAY=-1");
        run(new HikariDataSource(config));
    }

    @Test
    void postgres() {
        run(Postgres.pool(Postgres.freshDatabase(), 4));
    }

    void run(DataSource ds) {
        try (JpaStorage storage = JpaStorage.on(ds, EphemeralKeys.create(), SchemaMode.CREATE)) {
            Crm crm = Crm.create(storage).build();
            CrmSession s = crm.as(Actor.system(TenantId.of("clinica")));
            Identifier phone = Identifier.phone("5491155550001");
            Identifier bsuid = Identifier.whatsAppUser("w1", "AR.123");
            System.err.println(
                    s.capture(MessageEvent.received(ref("a"), Party.of(phone).named("Ana"), T, Content.text("hola"))));
            System.err.println(
                    s.capture(MessageEvent.received(ref("a"), Party.of(phone).named("Ana"), T, Content.text("hola"))));
            System.err.println(s.capture(
                    MessageEvent.received(ref("b"), Party.of(bsuid), T.plusSeconds(5), Content.text("hola2"))));
            System.err.println(s.capture(
                    MessageEvent.sent(ref("c"), Party.of(phone), Author.BOT, T.plusSeconds(6), Content.text("buenas")),
                    new UpdateEvent(
                            ref("c"), Party.of(phone, bsuid), new StatusReached(DeliveryState.READ, T.plusSeconds(9))),
                    new UpdateEvent(
                            ref("zz"), Party.of(phone), new StatusReached(DeliveryState.READ, T.plusSeconds(9)))));
            System.err.println(s.capture(
                    MessageEvent.received(ref("late"), Party.of(phone), T.minusSeconds(3600), Content.text("antes"))));
            var page = s.contacts(null, 10);
            System.err.println(page);
            assertThat(page.items()).hasSize(1);
            var profile = s.profile(page.items().get(0).id()).orElseThrow();
            System.err.println(profile);
            assertThat(profile.recent()).hasSize(4);
            assertThat(profile.conversations()).hasSize(1);
        }
    }

    static ProviderRef ref(String id) {
        return new ProviderRef(ACC, id);
    }
}
