package io.crmkit.testkit.violations.unrun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ForgottenName {
    @Test
    void neverRun() {}

    class ForgottenAnnotation {
        @TestFactory
        Object neverRun() {
            return new Object();
        }
    }
}
