package io.crmkit.testkit.violations.framework;

import org.assertj.core.api.Condition;

class LeansOnFramework {
    Condition<String> condition = new Condition<>();
}
