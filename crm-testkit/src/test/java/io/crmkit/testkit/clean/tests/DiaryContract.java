package io.crmkit.testkit.clean.tests;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

abstract class DiaryContract {
    @Test
    void runsInSubclasses() {}

    @Nested
    class WhenEmpty {
        @Test
        void isRun() {}
    }

    static class Fixture {}
}
