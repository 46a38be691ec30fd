package io.controlcenter.gateway.routing;

import io.controlcenter.gateway.upstream.GatewaySettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which service owns a path, told by its first segment after the version, without a file extension. */
final class Ownership {

    static final String API = "/api/v1/";
    private static final String OPERATIONS = "operations";
    private final Map<String, String> owners = new HashMap<>();
    private final List<Pattern> patterns;
    private final GatewaySettings settings;

    Ownership(GatewaySettings settings) {
        this.settings = settings;
        this.patterns = settings.publicEndpoints().stream()
                .filter(endpoint -> endpoint.contains("*"))
                .map(endpoint -> Pattern.compile(endpoint.replace(".", "\\.").replace("*", "[^/]+")))
                .toList();
        settings.services()
                .forEach((name, service) -> service.paths().forEach(path -> {
                    if (owners.put(path, name) != null) {
                        throw new IllegalStateException("Two services own /api/v1/" + path);
                    }
                }));
    }

    /** The owner of an API path; null when there is none. */
    @Nullable
    String owner(String path) {
        if (!path.startsWith(API)) {
            return null;
        }
        var first = segment(path, API.length());
        if (first.equals(OPERATIONS)) {
            var context = segment(path, Math.min(path.length(), API.length() + OPERATIONS.length() + 1));
            return settings.services().containsKey(context) ? context : null;
        }
        return owners.get(resource(first));
    }

    boolean isIdentityPage(String path) {
        return settings.identityPages().contains(segment(path, 1));
    }

    /** An asterisk among the public endpoints stands for one segment. */
    boolean isPublic(String method, String path) {
        var endpoint = method + " " + path;
        return settings.publicEndpoints().contains(endpoint)
                || patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(endpoint).matches());
    }

    /** For metrics, which must not have a series per path. */
    static String pattern(String path) {
        return path.startsWith(API) ? API + segment(path, API.length()) + "/**" : "/" + segment(path, 1) + "/**";
    }

    /** A list in another format or an action on it, such as {@code gcrs.csv} or {@code users:export}, is its owner's. */
    private static String resource(String segment) {
        return segment.split("[.:]", 2)[0];
    }

    private static String segment(String path, int from) {
        if (from > path.length()) {
            return "";
        }
        int end = path.indexOf('/', from);
        return path.substring(from, end < 0 ? path.length() : end);
    }
}
