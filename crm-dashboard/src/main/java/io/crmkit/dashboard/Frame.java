package io.crmkit.dashboard;

import io.crmkit.privacy.Permission;
import java.util.ArrayList;
import java.util.List;

/**
 * What every page has around it.
 *
 * @param here the page of the navigation it belongs to
 */
record Frame(Visit visit, String here, String title) {
    /** A way to a page. */
    record Way(String key, String href, String label, boolean current) {}

    /** A way to say the same in another language. */
    record Tongue(String tag, String title, String href, boolean current) {}

    Words w() {
        return visit.words();
    }

    Times t() {
        return visit.times();
    }

    /** @param to below the mount, encoded */
    String url(String to) {
        return visit.up() + to;
    }

    String url(Link link) {
        return url(link.toString());
    }

    String asset(String name) {
        return url("dashboard/assets/" + name + "?v=" + visit.version());
    }

    String token() {
        return visit.token();
    }

    /** What came of what somebody did, in words; empty if nothing was done. */
    String said() {
        String key = "said." + visit.request().asked("said");
        return w().has(key) ? w().say(key) : "";
    }

    /** Whether what somebody did went wrong. */
    boolean saidNo() {
        return visit.request().asked("said").startsWith("no.");
    }

    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        if (visit.may(Permission.LIST_CONTACTS)) {
            ways.add(way("contacts", "dashboard"));
            if (visit.may(Permission.VIEW_PROFILE)) {
                ways.add(way("inquiries", "consultas"));
                ways.add(way("support", "soporte"));
            }
        }
        return ways;
    }

    private Way way(String key, String path) {
        return new Way(key, url(path), w().say("way." + key), key.equals(here));
    }

    List<Tongue> tongues() {
        List<Tongue> tongues = new ArrayList<>();
        for (Language each : Language.values()) {
            tongues.add(new Tongue(each.tag(), each.title(), "?lang=" + each.tag(), each == w().language()));
        }
        return tongues;
    }
}
