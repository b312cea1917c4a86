package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.contact.ContactSummary;
import io.crmkit.search.SearchHit;
import io.crmkit.segment.ContactQuery;
import io.crmkit.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which contacts a request asks for, and refuses what it does not understand rather than to show too many. */
@Component
final class Contacts {
    private static final int MOST = 1_000;
    private static final int HITS = 20;

    private final Tenants tenants;
    private final ClinicProperties clinic;

    Contacts(Tenants tenants, ClinicProperties clinic) {
        this.tenants = tenants;
        this.clinic = clinic;
    }

    /** @param more parameters that the request may have besides */
    ListQuery asked(HttpServletRequest request, String... more) {
        Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
        Set<String> known = new HashSet<>(ListQuery.PARAMETERS);
        known.addAll(List.of(more));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            String name = unknown.iterator().next();
            throw Refused.parameter(
                    name,
                    "There is no such parameter here; there are " + String.join(", ", new TreeSet<>(known)) + ".");
        }
        return new ListQuery(
                request.getParameterMap(), tenants.settings(clinic.tenant()).zone());
    }

    Page<ContactSummary> page(CrmSession session, ContactQuery query, @Nullable String cursor, int limit) {
        try {
            return session.contacts(query, cursor, limit);
        } catch (IllegalArgumentException unknown) {
            // Everything else that may be wrong with a query was looked at when it was read.
            throw Refused.parameter("segment", String.valueOf(unknown.getMessage()));
        }
    }

    /** Messages that say what was typed; null if nothing was, or it is not the first page. */
    static @Nullable List<SearchHit> messages(CrmSession session, @Nullable String typed, @Nullable String cursor) {
        return typed == null || cursor != null
                ? null
                : session.searchMessages(typed, null, HITS).items();
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refused.parameter("limit", "It is 1 to " + MOST + ".");
        }
        return limit;
    }
}
