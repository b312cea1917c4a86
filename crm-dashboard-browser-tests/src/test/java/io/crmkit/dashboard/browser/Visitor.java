package io.crmkit.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody at a browser, who notices what the page complains of. */
final class Visitor implements AutoCloseable {
    private static final String AXE = axe();

    final Page page;
    final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;
    private final Surgery surgery;

    Visitor(Surgery surgery, boolean javaScript, int width) {
        this.surgery = surgery;
        this.context = Chromium.started()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(javaScript)
                        .setLocale("es-AR")
                        .setViewportSize(width, 844));
        this.page = context.newPage();
        page.setDefaultTimeout(8_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("A dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    static Visitor of(Surgery surgery) {
        return new Visitor(surgery, true, 1280);
    }

    Visitor open(String path) {
        page.navigate(surgery.url(path));
        return this;
    }

    /** Presses a key and waits until whatever it began is over. */
    void click(String selector) {
        page.click(selector);
        settle();
    }

    void settle() {
        page.waitForLoadState();
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    String focused() {
        return String.valueOf(
                page.evaluate("() => document.activeElement === document.body ? '' : document.activeElement.id"
                        + " || document.activeElement.tagName"));
    }

    /** What axe calls serious or critical. */
    List<String> barriers() {
        // The policy of the pages stops scripts of others, so it is evaluated by the debugger.
        page.evaluate(AXE + "; null");
        Object found = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' +"
                + " (n.any[0] ? n.any[0].message : '')).join(' | '))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    void staysWithin(String name) {
        Object wider =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue())
                .as(name + " is wider than the screen by")
                .isLessThanOrEqualTo(0);
    }

    private static String axe() {
        try (InputStream in = Visitor.class.getResourceAsStream("axe.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
