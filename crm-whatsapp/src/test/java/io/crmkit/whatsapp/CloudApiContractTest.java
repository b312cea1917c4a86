package io.crmkit.whatsapp;

import io.crmkit.outreach.Messenger;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.MessengerContract;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class CloudApiContractTest extends MessengerContract {
    private final PlatformStub platform = new PlatformStub();

    @AfterEach
    void close() {
        platform.close();
    }

    @Override
    protected TenantId tenant() {
        return Clinic.NORTE;
    }

    @Override
    protected Messenger messenger(Provider provider) {
        platform.answering(body -> switch (provider) {
            case TAKES -> PlatformStub.takes(body);
            case BUSY -> PlatformStub.error(429, 130429);
            case REFUSES -> PlatformStub.error(400, 132000);
            case SILENT -> new PlatformStub.Answer(-1, "");
        });
        return CloudApi.builder(WhatsAppNumbers.of(WhatsAppNumber.of(Clinic.NORTE, Bodies.LINE, () -> "token")))
                .at(platform.address())
                .timeout(Duration.ofSeconds(1))
                .build();
    }

    @Override
    protected int received(UUID id) {
        return (int) platform.received().stream()
                .filter(call -> call.body()
                        .path("biz_opaque_callback_data")
                        .stringValue("")
                        .equals(id.toString()))
                .count();
    }
}
