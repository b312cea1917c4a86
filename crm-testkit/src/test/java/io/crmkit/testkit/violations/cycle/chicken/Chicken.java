package io.crmkit.testkit.violations.cycle.chicken;

import io.crmkit.testkit.violations.cycle.egg.Egg;

public record Chicken(Egg lays) {}
