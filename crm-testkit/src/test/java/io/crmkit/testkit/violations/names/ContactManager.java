package io.crmkit.testkit.violations.names;

class ContactManager {
    static class StringUtils {}

    static class ContactImpl {}

    static class ContactRepository {}

    static class ContactDTO {}

    static class ContactHelper {}
}
