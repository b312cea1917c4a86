package io.crmkit.dashboard.browser;

import java.util.ArrayList;
import java.util.List;

/** A thousand texts that run a script wherever a page takes text for markup. */
final class Payloads {
    private static final List<String> SCRIPTS = List.of(
            "window.stolen=1",
            "alert(1)",
            "document.title='stolen'",
            "eval('window.stolen=1')",
            "fetch('/stolen')",
            "(()=>{window.stolen=1})()",
            "top.stolen=1",
            "setTimeout('window.stolen=1',0)",
            "location='javascript:window.stolen=1'",
            "self['stol'+'en']=1");

    private static final List<String> VECTORS = List.of(
            "<script>%s</script>",
            "<SCRIPT SRC=data:text/javascript,%s></SCRIPT>",
            "<img src=x onerror=%s>",
            "<img src=x onerror=\"%s\"//>",
            "<svg onload=%s>",
            "<svg><script>%s</script></svg>",
            "<svg><animate onbegin=%s attributeName=x dur=1s>",
            "<body onload=%s>",
            "<iframe srcdoc=\"<script>parent.%s</script>\">",
            "<iframe src=\"javascript:%s\">",
            "<a href=\"javascript:%s\">x</a>",
            "<details open ontoggle=%s>",
            "<input autofocus onfocus=%s>",
            "<video><source onerror=%s>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=%s>",
            "<form action=javascript:%s><button>x</button></form>",
            "<object data=\"javascript:%s\">",
            "<meta http-equiv=refresh content=\"0;javascript:%s\">",
            "<base href=\"javascript:%s//\">",
            "<div hx-get=/stolen hx-trigger=load hx-on::load=\"%s\">",
            "<div hx-on:click=\"%s\" hx-trigger=load>",
            "<template><script>%s</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=%s>\">",
            "<style>@import 'javascript:%s';</style>",
            "<marquee onstart=%s>");

    private static final List<String> AROUND =
            List.of("%s", "\">%s", "'>%s", "</textarea>%s", "</title></style></script>-->%s<!--");

    private Payloads() {}

    /** Different ones, in an order that has each vector early on. */
    static List<String> thousand() {
        List<String> all = new ArrayList<>();
        for (int i = 0; all.size() < 1_000; i++) {
            String script = SCRIPTS.get(i / (VECTORS.size() * AROUND.size()) % SCRIPTS.size());
            String vector = VECTORS.get(i % VECTORS.size()).replace("%s", script);
            all.add(AROUND.get(i / VECTORS.size() % AROUND.size()).replace("%s", vector));
        }
        return all;
    }
}
