package io.crmkit.dashboard;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.masking.Mask;
import io.crmkit.privacy.Permission;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** One request while it is answered. */
final class Visit {
    static final String TOKEN = "token";

    private static final String COOKIE = "crm-language";

    /** What only shows; everything else is off where the dashboard is read-only. */
    private static final Set<Permission> READING = EnumSet.of(
            Permission.LIST_CONTACTS,
            Permission.VIEW_PROFILE,
            Permission.VIEW_ANALYTICS,
            Permission.REVEAL_PERSONAL_DATA,
            Permission.READ_AUDIT,
            Permission.MERGE_CONTACTS,
            Permission.CHANGE_IN_BULK,
            Permission.EXPORT);

    private final Crm crm;
    private final DashboardRequest request;
    private final FormTokens tokens;
    private final Switches switches;
    private final String version;
    private final CrmSession session;
    private final TenantSettings settings;
    private final Instant now;
    private final Words words;

    Visit(Crm crm, DashboardRequest request, FormTokens tokens, Switches switches, String version) {
        this.crm = crm;
        this.request = request;
        this.tokens = tokens;
        this.switches = switches;
        this.version = version;
        this.session = crm.as(request.actor());
        this.settings = crm.settings(request.actor().tenant());
        this.now = crm.clock().instant();
        this.words = Language.chosen(request.asked("lang"))
                .or(() -> Language.chosen(cookie()))
                .orElseGet(() -> Language.of(settings.locale()))
                .words(settings.locale());
    }

    private String cookie() {
        return parts(request.header("Cookie"), ";").stream()
                .map(String::strip)
                .filter(each -> each.startsWith(COOKIE + "="))
                .map(each -> each.substring(COOKIE.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** The cookie that keeps the language somebody chose. */
    Optional<String> choice() {
        return Language.chosen(request.asked("lang"))
                .map(language ->
                        COOKIE + "=" + language.tag() + "; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly");
    }

    DashboardRequest request() {
        return request;
    }

    CrmSession session() {
        return session;
    }

    TenantId tenant() {
        return request.actor().tenant();
    }

    TenantSettings settings() {
        return settings;
    }

    Instant now() {
        return now;
    }

    Words words() {
        return words;
    }

    Times times() {
        return new Times(words, settings.zone(), now);
    }

    String version() {
        return version;
    }

    String token() {
        return tokens.of(request.actor());
    }

    /** Whether the actor may, and the dashboard lets them. */
    boolean may(Permission permission) {
        boolean offered = switch (permission) {
            case REVEAL_PERSONAL_DATA, EXPORT, MERGE_CONTACTS -> !switches.masked();
            default -> true;
        };
        return offered
                && (!switches.readOnly() || READING.contains(permission))
                && crm.allows(request.actor(), permission);
    }

    /** Whether something that is there to be seen may also be changed. */
    boolean mayChange(Permission permission) {
        return !switches.readOnly() && may(permission);
    }

    boolean reveals() {
        return may(Permission.REVEAL_PERSONAL_DATA);
    }

    Mask mask() {
        return new Mask(reveals());
    }

    boolean readOnly() {
        return switches.readOnly();
    }

    /** The parts of the path, decoded. */
    List<String> path() {
        try {
            return parts(request.path(), "/").stream()
                    .map(DashboardRequest::decoded)
                    .toList();
        } catch (IllegalArgumentException notEncoded) {
            throw new BadForm();
        }
    }

    private static List<String> parts(String text, String separators) {
        return Collections.list(new StringTokenizer(text, separators)).stream()
                .map(String.class::cast)
                .toList();
    }

    /** From the page to where the dashboard is mounted. */
    String up() {
        long deep = request.path().chars().filter(c -> c == '/').count() - 1;
        return "../".repeat((int) Math.max(0, deep));
    }

    Frame frame(String here, String title) {
        return new Frame(this, here, title);
    }
}
