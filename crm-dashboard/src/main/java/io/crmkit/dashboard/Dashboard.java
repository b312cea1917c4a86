package io.crmkit.dashboard;

import io.crmkit.Crm;
import io.crmkit.StorageUnavailable;
import io.crmkit.UnknownCursor;
import io.crmkit.privacy.AccessDenied;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages staff work with. The host hands every request below the path it mounts this at to {@link #handle}, with the
 * actor it authenticated, and sends back what it gets. Thread-safe.
 *
 * @since 0.1
 */
public final class Dashboard {
    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);

    private final Crm crm;
    private final FormTokens tokens;
    private final Switches switches;
    private final Assets assets = Assets.load();
    private final Routes routes = new Routes();
    private final Rendering rendering;

    Dashboard(Crm crm, FormTokens tokens, Switches switches) {
        this.crm = crm;
        this.tokens = tokens;
        this.switches = switches;
        this.rendering = new Rendering();
    }

    /** Begins a dashboard of this CRM. */
    public static DashboardBuilder on(Crm crm) {
        return new DashboardBuilder(crm);
    }

    /** Answers a request; whatever goes wrong is a page too. */
    public DashboardResponse handle(DashboardRequest request) {
        Optional<DashboardResponse> asset = assets.answer(request);
        if (asset.isPresent()) {
            return asset.get();
        }
        Visit visit = new Visit(crm, request, tokens, switches, assets.version());
        try {
            return rendering.response(visit, answer(visit));
        } catch (AccessDenied denied) {
            return problem(visit, 403, "denied");
        } catch (UnknownCursor | BadForm unreadable) {
            return problem(visit, 400, "unreadable");
        } catch (StorageUnavailable away) {
            LOG.warn("A page of tenant {} was not shown: {}", visit.tenant(), away.getMessage());
            return problem(visit, 503, "away");
        } catch (RuntimeException failure) {
            // Its message may say something personal if it is not ours.
            LOG.error(
                    "A page of tenant {} failed: {}",
                    visit.tenant(),
                    failure.getClass().getName());
            LOG.debug("The failure", failure);
            return problem(visit, 500, "failed");
        }
    }

    private Answer answer(Visit visit) {
        DashboardRequest request = visit.request();
        if (!request.post()) {
            return request.method().equals("GET") || request.method().equals("HEAD")
                    ? routes.get(visit)
                    : Answer.problem(405, "method");
        }
        if (elsewhere(request) || !tokens.holds(request.actor(), request.given(Visit.TOKEN))) {
            return Answer.problem(403, "stale");
        }
        return switches.readOnly() ? Answer.problem(403, "read_only") : routes.post(visit);
    }

    /** Whether the browser says that another site sent it. */
    private static boolean elsewhere(DashboardRequest request) {
        String site = request.header("Sec-Fetch-Site");
        return !site.isEmpty() && !site.equals("same-origin") && !site.equals("none");
    }

    private DashboardResponse problem(Visit visit, int status, String what) {
        return rendering.response(visit, Answer.problem(status, what));
    }
}
