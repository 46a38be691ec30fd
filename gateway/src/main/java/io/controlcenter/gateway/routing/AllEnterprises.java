package io.controlcenter.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.controlcenter.gateway.edge.RateLimits;
import io.controlcenter.gateway.routing.MyEnterprises.Mine;
import io.controlcenter.gateway.scoping.Scoping;
import io.controlcenter.gateway.tokens.AccessToken;
import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.Reply;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.gateway.upstream.UpstreamProblems;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.Positions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code X-Enterprise-Id: *}: the read-only view over all enterprises of a caller (domain (c) 10). Asks the service once
 * per enterprise, each time with a token for that one alone, so that permissions and accounts are judged where they are
 * always judged, and merges what comes back. Nothing is ever written this way.
 */
@Component
final class AllEnterprises {

    private static final int USUAL_LIMIT = 20;
    private final Scoping scoping;
    private final MyEnterprises mine;
    private final Forwarding forwarding;
    private final RateLimits limits;
    private final GatewaySettings settings;
    private final JsonMapper json;

    AllEnterprises(
            Scoping scoping,
            MyEnterprises mine,
            Forwarding forwarding,
            RateLimits limits,
            GatewaySettings settings,
            JsonMapper json) {
        this.scoping = scoping;
        this.mine = mine;
        this.forwarding = forwarding;
        this.limits = limits;
        this.settings = settings;
        this.json = json;
    }

    private record Part(Mine enterprise, BasicClassicHttpRequest request) {}

    private record Said(Mine enterprise, int status, String body) {}

    /**
     * Counts in each of the enterprises as if the list were read there.
     *
     * @throws Problem 400 for what is no list or no read, 403, 429, 503, 504
     */
    ServerResponse list(HttpServletRequest request, HttpServletResponse response, Upstream service, AccessToken token) {
        if (!request.getMethod().equals("GET")) {
            throw Problem.badRequest(
                    "enterprise-required", "All enterprises can only be read together; name the one to act on.");
        }
        var enterprises = mine.of(scoping.token(token, null));
        require(enterprises);
        enterprises.forEach(one -> limits.take(token.subject(), one.enterpriseId(), response));
        // made here, because a request is read by one thread only
        var parts = enterprises.stream()
                .map(one -> new Part(one, onward(request, service)))
                .toList();
        return merged(request, ask(service, parts, token, Correlation.of(request)));
    }

    private void require(List<Mine> enterprises) {
        if (enterprises.isEmpty()) {
            throw Problem.forbidden("enterprise-forbidden", "You are not a member of any enterprise.");
        }
        if (enterprises.size() > settings.mostEnterprises()) {
            throw Problem.badRequest(
                    "enterprise-required",
                    "You have " + enterprises.size() + " enterprises; at most " + settings.mostEnterprises()
                            + " are shown together. Name one.");
        }
    }

    private BasicClassicHttpRequest onward(HttpServletRequest request, Upstream service) {
        var onward = forwarding.onward(request, service, null);
        onward.setHeader(Positions.HEADER, "true");
        onward.removeHeaders(HttpHeaders.IF_NONE_MATCH);
        onward.removeHeaders(HttpHeaders.ACCEPT_ENCODING);
        return onward;
    }

    private List<Said> ask(Upstream service, List<Part> parts, AccessToken token, String correlation) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = parts.stream()
                    .map(part -> threads.submit((Callable<Said>) () -> {
                        try (var _ = MDC.putCloseable(Correlation.KEY, correlation)) {
                            return ask(service, part, token);
                        }
                    }))
                    .toList();
            return asked.stream().map(AllEnterprises::joined).toList();
        }
    }

    private static Said joined(Future<Said> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With a token for this enterprise, which may have to be exchanged first. */
    private Said ask(Upstream service, Part part, AccessToken token) throws IOException, ParseException {
        var scoped = scoping.token(token, part.enterprise().enterpriseId());
        part.request().setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + scoped);
        return switch (service.send(part.request())) {
            case Reply.Refused refused ->
                throw UpstreamProblems.of(refused, service.settings().title(), settings.retryAfter());
            case Reply.Answered answered -> {
                try (answered) {
                    var entity = answered.response().getEntity();
                    var body = entity == null ? "" : EntityUtils.toString(entity, UTF_8);
                    yield new Said(part.enterprise(), answered.response().getCode(), body);
                }
            }
        };
    }

    private ServerResponse merged(HttpServletRequest request, List<Said> answers) {
        var list = new MergedList(json);
        @Nullable Said refusal = null;
        boolean any = false;
        for (var said : answers) {
            switch (said.status()) {
                case 200 -> {
                    if (!add(list, said)) {
                        throw oneOnly();
                    }
                    any = true;
                }
                case 403, 404 -> {
                    list.leaveOut(said.enterprise());
                    refusal = said;
                }
                default -> {
                    return passedOn(said);
                }
            }
        }
        return any || refusal == null ? page(request, list) : passedOn(refusal);
    }

    private boolean add(MergedList list, Said said) {
        try {
            return list.add(said.enterprise(), json.readTree(said.body()));
        } catch (JacksonException _) {
            return false;
        }
    }

    private static Problem oneOnly() {
        return Problem.badRequest(
                "enterprise-required", "Only lists can be read over all enterprises; name the one to read this of.");
    }

    private static ServerResponse passedOn(Said said) {
        return ServerResponse.status(said.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(said.body());
    }

    private static ServerResponse page(HttpServletRequest request, MergedList list) {
        var page = list.page(limit(request));
        var response = ServerResponse.ok().contentType(MediaType.APPLICATION_JSON);
        if (page.path("nextCursor").isString()) {
            var query = request.getQueryString();
            var next = UriComponentsBuilder.fromPath(request.getRequestURI())
                    .query(query)
                    .replaceQueryParam("cursor", page.path("nextCursor").asString())
                    .build();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.body(page.toString());
    }

    /** The services have judged it by now; every one of them answered at most that many. */
    private static int limit(HttpServletRequest request) {
        var asked = request.getParameter("limit");
        return asked == null || asked.isBlank() ? USUAL_LIMIT : Integer.parseInt(asked);
    }
}
