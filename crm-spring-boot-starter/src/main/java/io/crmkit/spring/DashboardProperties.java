package io.crmkit.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties under {@code crm.dashboard}.
 *
 * @param enabled Whether the dashboard is served. It needs crm-dashboard on the class path and a DashboardActors bean.
 * @param path Below which its pages are, such as /crm; by default they are at /dashboard, /consultas and /soporte.
 * @param readOnly Whether nothing can be changed by it.
 * @param masked Whether it shows nothing personal, whoever looks.
 * @param secret What forms are signed with, at least 32 characters. Needed where several nodes serve the dashboard.
 * @param behindProxy Whether this application stands behind a proxy that ends TLS, and is reached by nobody else. Without
 *     it plain HTTP is refused unless it comes from this machine.
 */
@ConfigurationProperties("crm.dashboard")
record DashboardProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String path,
        @DefaultValue("false") boolean readOnly,
        @DefaultValue("false") boolean masked,
        @Nullable String secret,
        @DefaultValue("false") boolean behindProxy) {

    /** Without its secret. */
    @Override
    public String toString() {
        return "DashboardProperties[path=" + path + "]";
    }
}
