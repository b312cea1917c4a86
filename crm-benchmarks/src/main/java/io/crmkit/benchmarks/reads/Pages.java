package io.crmkit.benchmarks.reads;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.dashboard.Dashboard;
import io.crmkit.dashboard.DashboardRequest;
import io.crmkit.dashboard.DashboardResponse;
import io.crmkit.privacy.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** How long each page of the dashboard takes, first byte to last, and how much it sends. */
record Pages(SealedSide side, int rounds, PrintStream out) {
    private static final double AIM = 200;
    private static final int LARGEST = 150 * 1024;

    void measure() throws IOException {
        Dashboard dashboard = Dashboard.on(side.crm()).build();
        List<ContactId> some = side.session().contacts(null, 200).items().stream()
                .map(ContactSummary::id)
                .toList();
        Map<String, IntFunction<String>> pages = new LinkedHashMap<>();
        pages.put("contacts", i -> "/dashboard");
        pages.put("contacts, at risk", i -> "/dashboard?segment=at_risk");
        pages.put(
                "contacts, by a name",
                i -> "/dashboard?q=" + Registry.name(i).substring(0, 4).strip());
        pages.put("contacts, by a filter", i -> "/dashboard?status=inactive&did=booked&order=interactions");
        pages.put("contact", i -> "/dashboard/contacts/" + some.get(i % some.size()));
        pages.put("inquiries", i -> "/consultas");
        pages.put("support", i -> "/soporte");
        pages.put("segments", i -> "/dashboard/segments");
        pages.put("duplicates", i -> "/dashboard/duplicates");
        pages.put("audit", i -> "/dashboard/audit");
        for (Map.Entry<String, IntFunction<String>> page : pages.entrySet()) {
            measure(dashboard, page.getKey(), page.getValue(), rounds);
        }
        measure(dashboard, "figures", i -> "/dashboard/figures", 3);
    }

    private void measure(Dashboard dashboard, String name, IntFunction<String> path, int times) throws IOException {
        long[] nanos = new long[times];
        int bytes = 0;
        for (int round = -times / 4; round < times; round++) {
            long start = System.nanoTime();
            int sent = sent(dashboard, path.apply(Math.max(0, round)));
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
                bytes = Math.max(bytes, sent);
            }
        }
        Arrays.sort(nanos);
        double p95 = nanos[nanos.length * 95 / 100] / 1e6;
        out.printf(
                "page %-26s %,8d bytes  p50 %8.1f ms  p95 %8.1f ms  %s%n",
                name, bytes, nanos[nanos.length / 2] / 1e6, p95, p95 <= AIM && bytes <= LARGEST ? "met" : "missed");
    }

    private int sent(Dashboard dashboard, String address) throws IOException {
        int question = address.indexOf('?');
        String path = question < 0 ? address : address.substring(0, question);
        String query = question < 0 ? "" : address.substring(question + 1);
        DashboardResponse response = dashboard.handle(new DashboardRequest(
                "GET",
                path,
                DashboardRequest.parameters(query),
                Map.of(),
                Map.of(),
                Actor.system(side.session().actor().tenant())));
        if (response.status() != 200) {
            throw new IllegalStateException(path + " was answered by " + response.status());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.body().writeTo(bytes);
        return bytes.size();
    }
}
