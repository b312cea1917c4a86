package io.crmkit.dashboard;

import io.crmkit.privacy.Actor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a browser without JavaScript does: asks for pages, follows where it is sent, submits the forms it was shown. */
final class Browser {
    private final Dashboard dashboard;
    private final Actor actor;
    private final List<String> visited;
    private DashboardResponse last;

    Browser(Dashboard dashboard, Actor actor, List<String> visited) {
        this.dashboard = dashboard;
        this.actor = actor;
        this.visited = visited;
    }

    /** @param address path and query */
    Document get(String address) {
        return send("GET", address, Map.of());
    }

    int status() {
        return last.status();
    }

    DashboardResponse last() {
        return last;
    }

    /** Follows a link of the page shown last. */
    Document follow(Element link) {
        return get(resolved(link.attr("href")));
    }

    /** Submits a form of the page shown last by one of its buttons, with some fields filled in. */
    Document submit(Element button, String... fields) {
        Element form = button.closest("form");
        StringBuilder encoded = new StringBuilder();
        for (Element field : form.select("input, select, textarea")) {
            boolean off = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
            if (!field.attr("name").isEmpty() && !off) {
                add(encoded, field.attr("name"), filled(field, fields));
            }
        }
        if (button.hasAttr("name")) {
            add(encoded, button.attr("name"), button.attr("value"));
        }
        String to = resolved(form.attr("action"));
        return form.attr("method").equals("post")
                ? send("POST", to, DashboardRequest.parameters(encoded.toString()))
                : send("GET", to.contains("?") ? to : to + "?" + encoded, Map.of());
    }

    private static void add(StringBuilder encoded, String name, String value) {
        encoded.append(encoded.isEmpty() ? "" : "&")
                .append(Link.to("")
                        .with(name, value.isEmpty() ? " " : value)
                        .toString()
                        .substring(1));
    }

    private static String filled(Element field, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(field.attr("name"))) {
                return fields[i + 1];
            }
        }
        if (field.tagName().equals("select")) {
            Element chosen = field.selectFirst("option[selected]");
            return chosen == null ? field.selectFirst("option").attr("value") : chosen.attr("value");
        }
        return field.tagName().equals("textarea") ? field.text() : field.attr("value");
    }

    /** Where a link of the page shown last leads, below the mount. */
    String resolved(String href) {
        String path = visited.get(visited.size() - 1);
        return URI.create("http://host" + path).resolve(href).toString().substring("http://host".length());
    }

    Document send(String method, String address, Map<String, List<String>> form) {
        String plain = address.contains("#") ? address.substring(0, address.indexOf('#')) : address;
        int question = plain.indexOf('?');
        String path = question < 0 ? plain : plain.substring(0, question);
        String query = question < 0 ? "" : plain.substring(question + 1);
        visited.add(path);
        last = dashboard.handle(new DashboardRequest(
                method, path, DashboardRequest.parameters(query), form, Map.of("Accept", "text/html"), actor));
        if (last.status() == 303) {
            return get(resolved(last.headers().get("Location")));
        }
        return Jsoup.parse(last.text());
    }
}
