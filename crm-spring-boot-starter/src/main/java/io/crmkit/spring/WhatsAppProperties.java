package io.crmkit.spring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties under {@code crm.whatsapp}.
 *
 * @param verifyToken The word agreed with Meta for the handshake. The endpoint exists only if it is set.
 * @param appSecrets The app's secret, and while it is being changed the former one too. What is signed with none of them
 *     is refused.
 * @param path Where the endpoint is.
 * @param tenant The tenant every number belongs to, where there is only one.
 * @param numbers The tenant of each number, by Meta's phone number id.
 * @param accessToken The token messages are sent with. Nothing is sent by WhatsApp without it.
 * @param from The phone number id that the tenant's messages are sent from where there is one tenant. Where there are
 *     several, each sends from its numbers.
 * @param behindProxy Whether this application stands behind a proxy that ends TLS, and is reached by nobody else. Without
 *     it plain HTTP is refused unless it comes from this machine.
 */
@ConfigurationProperties("crm.whatsapp")
record WhatsAppProperties(
        @Nullable String verifyToken,
        @DefaultValue List<String> appSecrets,
        @DefaultValue("/webhooks/whatsapp") String path,
        @Nullable String tenant,
        @DefaultValue Map<String, String> numbers,
        @Nullable String accessToken,
        @Nullable String from,
        @DefaultValue("false") boolean behindProxy) {

    /** Without its secrets. */
    @Override
    public String toString() {
        return "WhatsAppProperties[path=" + path + "]";
    }
}
