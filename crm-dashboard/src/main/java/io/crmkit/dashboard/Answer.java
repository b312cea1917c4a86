package io.crmkit.dashboard;

/** What comes of a request, before it is made a response. */
sealed interface Answer {
    /** A page: a template, and what it shows. */
    record Shown(int status, String template, View view) implements Answer {}

    /** Something went wrong, in a word of the bundle. */
    record Problem(int status, String what) implements Answer {}

    /** The browser is to ask for something else. */
    record Moved(String to) implements Answer {}

    /** A file to be kept. */
    record Download(String type, String name, DashboardResponse.Body body) implements Answer {}

    static Answer show(String template, View view) {
        return new Shown(200, template, view);
    }

    static Answer problem(int status, String what) {
        return new Problem(status, what);
    }

    /** @param to below the mount, without a slash in front, encoded */
    static Answer go(String to) {
        return new Moved(to);
    }
}
