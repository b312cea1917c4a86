package io.crmkit.spring;

import io.crmkit.dashboard.Dashboard;
import io.crmkit.dashboard.DashboardRequest;
import io.crmkit.dashboard.DashboardResponse;
import io.crmkit.privacy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The dashboard over Spring MVC: requests in, whatever it answers out. */
final class DashboardEndpoint {
    private static final String PLAIN =
            "Plain HTTP is refused: use TLS, or set crm.dashboard.behind-proxy=true behind a proxy that ends it";

    private final Dashboard dashboard;
    private final DashboardActors actors;
    private final Transport transport;
    private final String mount;

    DashboardEndpoint(Dashboard dashboard, DashboardActors actors, DashboardProperties properties) {
        this.dashboard = dashboard;
        this.actors = actors;
        this.transport = new Transport(properties.behindProxy());
        this.mount = properties.path();
    }

    RouterFunction<ServerResponse> routes() {
        RequestPredicate ours = Dashboard.ROOTS.stream()
                .flatMap(root -> List.of(root, root + "/**").stream())
                .map(path -> RequestPredicates.path(mount + path))
                .reduce(RequestPredicate::or)
                .orElseThrow();
        return RouterFunctions.route(ours, this::answer);
    }

    private ServerResponse answer(ServerRequest request) {
        if (!transport.isPrivate(request)) {
            return text(403, PLAIN);
        }
        HttpServletRequest servlet = request.servletRequest();
        if (servlet.getContentLengthLong() > DashboardRequest.LARGEST_FORM) {
            return text(413, "That is more than any form of the dashboard has");
        }
        Optional<Actor> actor = actors.actor(servlet);
        if (actor.isEmpty()) {
            return text(401, "Nobody is logged in");
        }
        return sent(dashboard.handle(asked(servlet, actor.get())));
    }

    private DashboardRequest asked(HttpServletRequest servlet, Actor actor) {
        String query = servlet.getQueryString();
        Map<String, String> headers = new HashMap<>();
        servlet.getHeaderNames().asIterator().forEachRemaining(name -> headers.put(name, servlet.getHeader(name)));
        String path = servlet.getRequestURI().substring(servlet.getContextPath().length() + mount.length());
        return new DashboardRequest(
                servlet.getMethod(),
                path,
                query == null ? Map.of() : DashboardRequest.parameters(query),
                servlet.getMethod().equals("POST") ? form(servlet) : Map.of(),
                headers,
                actor);
    }

    /** By the container, which another filter may have made read the body before. */
    private static Map<String, List<String>> form(HttpServletRequest servlet) {
        Map<String, List<String>> form = new HashMap<>();
        servlet.getParameterMap().forEach((name, values) -> form.put(name, Arrays.asList(values)));
        return form;
    }

    private static ServerResponse sent(DashboardResponse response) {
        return ServerResponse.status(response.status())
                .headers(headers -> response.headers().forEach(headers::set))
                .build((request, answer) -> {
                    response.body().writeTo(answer.getOutputStream());
                    return null;
                });
    }

    private static ServerResponse text(int status, String body) {
        return ServerResponse.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
    }
}
