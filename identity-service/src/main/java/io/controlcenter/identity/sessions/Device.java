package io.controlcenter.identity.sessions;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a person calls the browser that a {@code User-Agent} header is about; good enough to tell one's own apart. */
final class Device {

    private static final Map<String, String> BROWSERS = inOrder(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");
    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Macintosh",
            "Mac",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private Device() {}

    static String of(String userAgent) {
        return named(userAgent, BROWSERS, "A program") + " on " + named(userAgent, SYSTEMS, "an unknown system");
    }

    /** Browsers name those that they want to be taken for as well: the first match counts. */
    private static String named(String userAgent, Map<String, String> names, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
