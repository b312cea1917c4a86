package io.crmkit.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The machine's Chromium, started once; tests are skipped, and say so, where there is none. */
public final class Chromium implements ExecutionCondition {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return place().map(found -> ConditionEvaluationResult.enabled("There is a browser"))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "No Chromium is installed at " + PLACES + ": the dashboard was not looked at in a browser"));
    }

    private static Optional<Path> place() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Closed by the machine that runs the tests. */
    static Browser started() {
        return Started.BROWSER;
    }

    /** Started when it is first asked for. */
    private static final class Started {
        private static final Browser BROWSER = Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
