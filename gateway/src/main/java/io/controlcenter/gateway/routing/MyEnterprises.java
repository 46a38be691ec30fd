package io.controlcenter.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.Reply;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.gateway.upstream.UpstreamProblems;
import io.controlcenter.gateway.upstream.Upstreams;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The enterprises that a caller may act on, as identity tells them. */
@Component
class MyEnterprises {

    private static final String PATH = "/api/v1/me/enterprises";

    record Mine(String enterpriseId, String name) {}

    private final Upstream identity;
    private final GatewaySettings settings;
    private final JsonMapper json;

    MyEnterprises(Upstreams upstreams, GatewaySettings settings, JsonMapper json) {
        this.identity = upstreams.identity();
        this.settings = settings;
        this.json = json;
    }

    /**
     * @param token for the services, with or without an enterprise
     * @throws Problem 503 while identity cannot be asked
     */
    List<Mine> of(String token) {
        var request = new BasicClassicHttpRequest("GET", identity.path(PATH));
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setHeader(Correlation.HEADER, Correlation.current());
        try {
            return switch (identity.send(request)) {
                case Reply.Refused refused ->
                    throw UpstreamProblems.of(refused, identity.settings().title(), settings.retryAfter());
                case Reply.Answered answered -> {
                    try (answered) {
                        yield read(answered);
                    }
                }
            };
        } catch (IOException | ParseException | JacksonException _) {
            throw unknown();
        }
    }

    private List<Mine> read(Reply.Answered answered) throws IOException, ParseException {
        if (answered.response().getCode() != 200) {
            throw unknown();
        }
        var mine = new ArrayList<Mine>();
        json.readTree(EntityUtils.toString(answered.response().getEntity(), UTF_8))
                .path("items")
                .forEach(item -> mine.add(new Mine(
                        item.path("enterpriseId").asString(), item.path("name").asString())));
        return mine;
    }

    private Problem unknown() {
        return Problem.unavailable("Your enterprises cannot be looked up right now.", settings.retryAfter());
    }
}
