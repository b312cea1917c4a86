package io.crmkit.example.quarkus;

import io.crmkit.UnknownCursor;
import io.crmkit.privacy.AccessDenied;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the CRM refuses, as problems (RFC 9457). */
public class Refusals {
    private static final String PROBLEM = "application/problem+json";

    @ServerExceptionMapper
    Response of(AccessDenied denied) {
        return problem(403, "Forbidden", "This user may not do that; ask as one who has " + denied.permission() + ".");
    }

    @ServerExceptionMapper
    Response of(UnknownCursor cursor) {
        return problem(400, "Bad Request", String.valueOf(cursor.getMessage()));
    }

    private static Response problem(int status, String title, String detail) {
        String body = "{\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}";
        return Response.status(status).type(PROBLEM).entity(body).build();
    }
}
