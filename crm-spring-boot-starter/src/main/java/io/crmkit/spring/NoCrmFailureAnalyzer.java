package io.crmkit.spring;

import io.crmkit.Crm;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;

/** Says why there is no CRM to inject. */
final class NoCrmFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> implements Ordered {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, NoSuchBeanDefinitionException cause) {
        ResolvableType wanted = cause.getResolvableType();
        if (wanted == null || wanted.resolve() != Crm.class) {
            return null;
        }
        return new FailureAnalysis(
                "Something needs a Crm, and none was configured: it needs a Storage, or one DataSource to make it from.",
                "Set spring.datasource.url. With several DataSources mark one as primary, or declare a Storage bean."
                        + " See that crm.enabled is not false.",
                cause);
    }

    /** Before Boot's own, which would say that there is no such bean. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
