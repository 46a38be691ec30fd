package io.controlcenter.gateway.routing;

import java.util.Locale;
import java.util.Set;

/**
 * Which headers cross the gateway. Whatever could pass for something that only the platform says stays out, in either
 * spelling: servers read {@code ce_id} and {@code ce-id} alike.
 */
final class HeaderRules {

    /** Concern one connection (RFC 9110, 7.6.1), or are set anew by the client that speaks to the service. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Set<String> SET_BY_GATEWAY = Set.of(
            "host",
            "content-length",
            "expect",
            "forwarded",
            "via",
            "x-real-ip",
            "x-correlation-id",
            "x-enterprise-id",
            "traceparent",
            "tracestate",
            "baggage",
            "b3");

    private static final Set<String> INTERNAL_PREFIXES = Set.of(
            "x-forwarded-",
            "x-internal-",
            "x-original-",
            "x-rewrite-",
            "x-b3-",
            "x-controlcenter-",
            "x-control-center-",
            "x-http-method",
            "x-method-override",
            "x-user",
            "x-scope",
            "x-permission",
            "x-account",
            "x-actor",
            "ce-");

    /** Of an answer: those that the edge has set already. */
    private static final Set<String> ANSWERED_BY_GATEWAY = Set.of(
            "content-length",
            "x-correlation-id",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "strict-transport-security",
            "ratelimit-limit",
            "ratelimit-remaining",
            "ratelimit-reset");

    private HeaderRules() {}

    /** @param scoped for a service, which needs our token and no cookies; else for identity's own pages */
    static boolean mayEnter(String name, boolean scoped) {
        var lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        if (HOP_BY_HOP.contains(lower) || SET_BY_GATEWAY.contains(lower)) {
            return false;
        }
        if (scoped && (lower.equals("authorization") || lower.equals("cookie"))) {
            return false;
        }
        return isOrdinary(lower);
    }

    private static boolean isOrdinary(String lower) {
        if (!lower.startsWith("x-") && !lower.startsWith("ce-")) {
            return true;
        }
        for (var prefix : INTERNAL_PREFIXES) {
            if (lower.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    static boolean mayLeave(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !HOP_BY_HOP.contains(lower) && !ANSWERED_BY_GATEWAY.contains(lower);
    }
}
