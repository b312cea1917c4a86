package io.crmkit.testkit.violations.console;

class Shouting {
    void out() {
        System.out.println("out");
    }

    void err() {
        System.err.println("err");
    }

    void trace(Exception e) {
        e.printStackTrace();
    }
}
