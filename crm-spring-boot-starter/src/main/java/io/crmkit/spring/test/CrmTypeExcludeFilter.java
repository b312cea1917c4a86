package io.crmkit.spring.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves the application's components out of the slice. */
final class CrmTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<CrmTest> {
    CrmTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }
}
