package io.crmkit.testkit.violations.unmarked;

class Unmarked {}
