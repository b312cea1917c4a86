package io.crmkit.spring;

import io.crmkit.Crm;
import io.crmkit.dashboard.Dashboard;
import io.crmkit.dashboard.DashboardBuilder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The dashboard, where it is on the class path and switched on. */
@AutoConfiguration(after = CrmAutoConfiguration.class)
@ConditionalOnClass({Dashboard.class, RouterFunction.class})
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBooleanProperty("crm.dashboard.enabled")
@ConditionalOnBean(Crm.class)
@EnableConfigurationProperties(DashboardProperties.class)
class CrmDashboardAutoConfiguration {
    private static final int SHORTEST = 32;

    @Bean
    @ConditionalOnMissingBean
    Dashboard crmDashboard(Crm crm, DashboardProperties properties) {
        DashboardBuilder builder = Dashboard.on(crm);
        if (properties.readOnly()) {
            builder.readOnly();
        }
        if (properties.masked()) {
            builder.masked();
        }
        if (ClassUtils.isPresent("io.crmkit.export.ContactsCsv", Dashboard.class.getClassLoader())) {
            builder.exports();
        }
        String secret = properties.secret();
        if (secret != null) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < SHORTEST) {
                throw new MissingSetting(
                        "What the dashboard's forms are signed with is too short to be secret.",
                        "Set crm.dashboard.secret to at least 32 characters, drawn at random, or leave it out where one"
                                + " node serves the dashboard.");
            }
            builder.secret(bytes);
        }
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "crmDashboardPages")
    RouterFunction<ServerResponse> crmDashboardPages(
            Dashboard dashboard, ObjectProvider<DashboardActors> actors, DashboardProperties properties) {
        DashboardActors known = actors.getIfUnique();
        if (known == null) {
            throw new MissingSetting(
                    "CRM Kit cannot tell who looks at the dashboard.",
                    "Declare one DashboardActors bean, which says of each request who is logged in, of which tenant and"
                            + " with which roles.");
        }
        return new DashboardEndpoint(dashboard, known, properties).routes();
    }
}
