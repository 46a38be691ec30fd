package io.controlcenter.gateway.scoping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.Reply;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.gateway.upstream.Upstreams;
import io.controlcenter.platform.observability.Correlation;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exchange over HTTP, under the breaker and the bulkhead that identity has anyway. */
@Component
class IdentityTokenExchange implements TokenExchange {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityTokenExchange.class);
    private static final String PATH = "/oauth2/token";
    private final Upstream identity;
    private final JsonMapper json;
    private final String credentials;

    IdentityTokenExchange(Upstreams upstreams, GatewaySettings settings, JsonMapper json) {
        this.identity = upstreams.identity();
        this.json = json;
        var pair = encode(settings.clientId()) + ":" + encode(settings.clientSecret());
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    @Override
    public Scope exchange(String accessToken, String subject, @Nullable String enterprise) {
        var request = new BasicClassicHttpRequest("POST", identity.path(PATH));
        request.setHeader(HttpHeaders.AUTHORIZATION, credentials);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setHeader(Correlation.HEADER, Correlation.current());
        request.setEntity(new StringEntity(form(accessToken, enterprise), ContentType.APPLICATION_FORM_URLENCODED));
        try {
            return switch (identity.send(request)) {
                case Reply.Refused _ -> new Scope.Refused(Scope.Reason.UNAVAILABLE);
                case Reply.Answered answered -> {
                    try (answered) {
                        yield read(answered.response(), subject);
                    }
                }
            };
        } catch (IOException | ParseException | JacksonException e) {
            LOG.warn("Identity's answer could not be read: {}", e.toString());
            return new Scope.Refused(Scope.Reason.UNAVAILABLE);
        }
    }

    private static String form(String accessToken, @Nullable String enterprise) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        fields.put("subject_token", accessToken);
        fields.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        fields.put("audience", "control-center-services");
        if (enterprise != null) {
            fields.put("resource", "urn:control-center:enterprise:" + enterprise);
        }
        return fields.entrySet().stream()
                .map((Map.Entry<String, String> field) -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private Scope read(ClassicHttpResponse response, String subject) throws IOException, ParseException {
        var body = json.readTree(EntityUtils.toString(response.getEntity(), UTF_8));
        if (response.getCode() == 200) {
            var token = body.path("access_token").asString();
            var lifetime = Duration.ofSeconds(body.path("expires_in").asLong(0));
            var enterprise = claims(token).path("enterprise_id");
            return new Scope.Granted(token, subject, enterprise.isString() ? enterprise.asString() : null, lifetime);
        }
        var error = body.path("error").asString("");
        return new Scope.Refused(
                switch (error) {
                    case "invalid_target" -> Scope.Reason.NOT_A_MEMBER;
                    case "invalid_grant" -> Scope.Reason.UNKNOWN_SUBJECT;
                    default -> {
                        LOG.error("Identity answered {} {} to a token exchange", response.getCode(), error);
                        yield Scope.Reason.UNAVAILABLE;
                    }
                });
    }

    /** Read, not verified: identity just issued it over a connection of ours, and the services verify it. */
    private JsonNode claims(String token) {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]));
    }
}
