package io.crmkit.quarkus;

import io.crmkit.dashboard.Dashboard;
import io.crmkit.dashboard.DashboardRequest;
import io.crmkit.dashboard.DashboardResponse;
import io.crmkit.privacy.Actor;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The dashboard over JAX-RS: requests in, whatever it answers out. There is none until an application extends this by a
 * class with a {@link Path} of its own, below which the pages are then; {@code crm-dashboard} has to be on the class path.
 *
 * @since 0.1
 */
public abstract class DashboardResource {
    private static final String PAGE = "{page: (dashboard|consultas|soporte)(/.*)?}";

    private final Dashboard dashboard;
    private final Transport transport;

    /** @param ways how requests came, where the application knows; plain HTTP is refused otherwise */
    protected DashboardResource(Dashboard dashboard, Instance<PrivateWay> ways, Config config) {
        this.dashboard = dashboard;
        this.transport = new Transport(ways, new Settings(config).flag("crm.dashboard.behind-proxy", false));
    }

    /** Who is logged in, with the tenant and what they may do; empty if nobody is. */
    protected abstract Optional<Actor> actor(SecurityContext user);

    /** A page, or one of the dashboard's own files. */
    @GET
    @Path(PAGE)
    public final Response show(@Context UriInfo uri, @Context HttpHeaders headers, @Context SecurityContext user) {
        return answer("GET", uri, headers, user, "");
    }

    /** What a form asks for. */
    @POST
    @Path(PAGE)
    public final Response act(
            @Context UriInfo uri, @Context HttpHeaders headers, @Context SecurityContext user, InputStream body)
            throws IOException {
        byte[] form = body.readNBytes(DashboardRequest.LARGEST_FORM + 1);
        return form.length > DashboardRequest.LARGEST_FORM
                ? text(413, "That is more than any form of the dashboard has")
                : answer("POST", uri, headers, user, new String(form, StandardCharsets.UTF_8));
    }

    private Response answer(String method, UriInfo uri, HttpHeaders headers, SecurityContext user, String form) {
        if (!transport.isPrivate(user)) {
            return text(403, "Plain HTTP is refused: use TLS, or set crm.dashboard.behind-proxy=true");
        }
        return actor(user)
                .map(actor -> sent(dashboard.handle(new DashboardRequest(
                        method, path(uri), query(uri), DashboardRequest.parameters(form), named(headers), actor))))
                .orElseGet(() -> text(401, "Nobody is logged in"));
    }

    /** As it came: what was matched is told decoded only. */
    private static String path(UriInfo uri) {
        String page = uri.getPathParameters().getFirst("page");
        int mount = uri.getRequestUri().getPath().length() - page.length() - 1;
        return uri.getRequestUri().getRawPath().substring(mount);
    }

    private static Map<String, List<String>> query(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return query == null ? Map.of() : DashboardRequest.parameters(query);
    }

    private static Map<String, String> named(HttpHeaders headers) {
        Map<String, String> named = new HashMap<>();
        headers.getRequestHeaders().forEach((name, values) -> named.put(name, values.get(0)));
        return named;
    }

    private static Response sent(DashboardResponse response) {
        Response.ResponseBuilder answer = Response.status(response.status());
        response.headers().forEach(answer::header);
        return answer.entity((StreamingOutput) response.body()::writeTo).build();
    }

    private static Response text(int status, String body) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(body)
                .build();
    }
}
