package io.crmkit.whatsapp;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came for numbers that had no tenant, and may have one by now. */
final class Quarantine {
    /** Each may be as large as a webhook. */
    private static final int PAGE = 20;

    private final Crm crm;
    private final Reading reading;
    private final CrmSession unrouted;

    Quarantine(Crm crm, Reading reading) {
        this.crm = crm;
        this.reading = reading;
        this.unrouted = crm.as(Actor.system(TenantId.UNROUTED));
    }

    Replay replay() {
        int replayed = 0;
        int waiting = 0;
        UUID last = null;
        List<SetAside> page;
        do {
            page = page(last);
            for (SetAside aside : page) {
                last = aside.id();
                if (replay(aside)) {
                    replayed++;
                } else {
                    waiting++;
                }
            }
        } while (page.size() == PAGE);
        return new Replay(replayed, waiting);
    }

    private List<SetAside> page(@Nullable UUID after) {
        return unrouted.keptAside(after, PAGE);
    }

    private boolean replay(SetAside aside) {
        if (!aside.what().channel().equals(Line.CHANNEL)) {
            return false;
        }
        Map<TenantId, List<InboundEvent>> events =
                Json.read(aside.what().raw()).map(this::read).orElse(Map.of());
        if (events.isEmpty() || events.containsKey(TenantId.UNROUTED)) {
            return false;
        }
        events.forEach((tenant, known) -> crm.as(Actor.system(tenant)).capture(known));
        unrouted.forgetKeptAside(aside.id());
        return true;
    }

    private Map<TenantId, List<InboundEvent>> read(JsonNode body) {
        return reading.of(body);
    }
}
