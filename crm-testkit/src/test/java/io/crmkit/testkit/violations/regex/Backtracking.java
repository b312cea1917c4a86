package io.crmkit.testkit.violations.regex;

import java.util.regex.Pattern;

class Backtracking {
    Object compile(String text) {
        return Pattern.compile(text);
    }

    Object matches(String text) {
        return text.matches("(a+)+");
    }

    Object replaceAll(String text) {
        return text.replaceAll("a", "b");
    }

    Object replaceFirst(String text) {
        return text.replaceFirst("a", "b");
    }

    Object split(String text) {
        return text.split("a");
    }
}
