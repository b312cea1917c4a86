package io.crmkit.spring;

import io.crmkit.CrmBuilder;

/**
 * What a host says about its {@link io.crmkit.Crm} that properties and beans cannot: declared as a bean, called last
 * before the CRM is built. Several are called in their order.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CrmCustomizer {
    void customize(CrmBuilder builder);
}
