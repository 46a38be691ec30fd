package io.controlcenter.gateway.status;

import io.controlcenter.gateway.status.PlatformStatus.ServiceStatus;
import io.controlcenter.gateway.status.PlatformStatus.State;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The status as a page: complete without script, kept fresh by a small one. */
final class StatusPage {

    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private StatusPage() {}

    static String render(PlatformStatus status) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Control Center status</title>
                <link rel="stylesheet" href="/portal/assets/status.css">
                <script src="/portal/assets/status.js" defer></script>
                <noscript><meta http-equiv="refresh" content="15"></noscript>
                </head>
                <body>
                <main id="board">
                <header class="%s">
                <p class="brand">Control Center</p>
                <h1>%s</h1>
                <p>As of <time datetime="%s">%s</time></p>
                </header>
                <ul class="services">
                %s</ul>
                <footer><a href="/swagger-ui/index.html">API</a> <a href="/portal">Portal</a>
                <a href="/api/v1/help">Help</a> <span id="refresh"></span></footer>
                </main>
                </body>
                </html>
                """.formatted(
                        headline(status.status()),
                        css(status.status()),
                        headline(status.status()),
                        status.checkedAt(),
                        TIME.format(status.checkedAt()),
                        status.services().stream().map(StatusPage::card).collect(Collectors.joining()));
    }

    private static String headline(State state) {
        return switch (state) {
            case UP -> "Everything is running";
            case DEGRADED -> "Something needs attention";
            case DOWN -> "The platform is down";
        };
    }

    private static String css(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String card(ServiceStatus service) {
        return """
                <li class="service %s">
                <h2>%s</h2>
                <p class="state">%s</p>
                %s%s</li>
                """.formatted(
                        css(service.status()),
                        HtmlUtils.htmlEscape(service.title()),
                        switch (service.status()) {
                            case UP -> "Running";
                            case DEGRADED -> "Needs attention";
                            case DOWN -> "Not reachable";
                        },
                        dependencies(service),
                        figures(service));
    }

    private static String dependencies(ServiceStatus service) {
        if (service.dependencies().isEmpty()) {
            return "";
        }
        return service.dependencies().entrySet().stream()
                .map(one -> "<li class=\"%s\">%s <span>%s</span></li>\n"
                        .formatted(
                                one.getValue().equals("UP") ? "up" : "degraded",
                                HtmlUtils.htmlEscape(one.getKey()),
                                HtmlUtils.htmlEscape(one.getValue().toLowerCase(Locale.ROOT))))
                .collect(Collectors.joining("", "<ul class=\"dependencies\" aria-label=\"Leans on\">\n", "</ul>\n"));
    }

    private static String figures(ServiceStatus service) {
        if (service.eventsWaiting() == null && service.deadLetters() == null) {
            return "";
        }
        return """
                <dl>
                <div><dt>Events waiting</dt><dd>%s</dd></div>
                <div><dt>Oldest, seconds</dt><dd>%s</dd></div>
                <div><dt>Dead letters</dt><dd>%s</dd></div>
                </dl>
                """.formatted(
                figure(service.eventsWaiting()), figure(service.oldestEventSeconds()), figure(service.deadLetters()));
    }

    private static String figure(@Nullable Number number) {
        return number == null ? "–" : "%,.0f".formatted(number.doubleValue());
    }
}
