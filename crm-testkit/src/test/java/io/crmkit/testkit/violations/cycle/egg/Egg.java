package io.crmkit.testkit.violations.cycle.egg;

import io.crmkit.testkit.violations.cycle.chicken.Chicken;
import java.util.List;

public record Egg(List<Chicken> hatches) {
    Chicken first() {
        return hatches.get(0);
    }
}
