package io.controlcenter.gateway.docs;

import io.controlcenter.gateway.upstream.Looks;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.platform.security.SecuritySettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The services' API documents as callers need them: with our address, and the two ways to bring a token. */
@Component
class ApiDocuments {

    private static final String OAUTH = "control-center";
    private static final String BEARER = "bearer";

    /** A service writes its document when it is first asked for, which takes seconds on a busy machine. */
    private static final Timeout PATIENCE = Timeout.ofSeconds(20);

    private final Looks looks;
    private final JsonMapper json;
    private final String address;
    private final Map<String, String> lastSeen = new ConcurrentHashMap<>();

    ApiDocuments(Looks looks, JsonMapper json, SecuritySettings security) {
        this.looks = looks;
        this.json = json;
        this.address = security.issuer();
    }

    /** The last one seen while the service is away; empty when none was seen yet. */
    Optional<String> of(Upstream service) {
        looks.at(service, "/v3/api-docs", PATIENCE)
                .filter(answer -> answer.status() == 200)
                .flatMap(answer -> rewritten(answer.body()))
                .ifPresent(document -> lastSeen.put(service.name(), document));
        return Optional.ofNullable(lastSeen.get(service.name()));
    }

    Optional<String> rewritten(String document) {
        try {
            return json.readTree(document) instanceof ObjectNode root ? Optional.of(rewrite(root)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private String rewrite(ObjectNode root) {
        root.putArray("servers").addObject().put("url", address);
        var schemes = child(child(root, "components"), "securitySchemes");
        var code = schemes.putObject(OAUTH)
                .put("type", "oauth2")
                .put("description", "Sign in as a person; authorization code with PKCE.")
                .putObject("flows")
                .putObject("authorizationCode")
                .put("authorizationUrl", address + "/oauth2/authorize")
                .put("tokenUrl", address + "/oauth2/token")
                .put("refreshUrl", address + "/oauth2/token");
        code.putObject("scopes").put("openid", "Who you are");
        schemes.putObject(BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "An access token from elsewhere, such as a partner's client credentials.");
        root.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    offerBearer(operation);
                    offerAllEnterprises(operation);
                }));
        return json.writeValueAsString(root);
    }

    private static void offerBearer(JsonNode operation) {
        if (operation.path("security") instanceof ArrayNode security && !security.isEmpty()) {
            security.addObject().putArray(BEARER);
        }
    }

    /** What the gateway adds to every list that can be paged through. */
    private static void offerAllEnterprises(JsonNode operation) {
        var parameters = operation.path("parameters").valueStream().toList();
        if (parameters.stream().noneMatch(parameter -> isNamed(parameter, "cursor"))) {
            return;
        }
        parameters.stream()
                .filter(parameter -> isNamed(parameter, "X-Enterprise-Id"))
                .forEach(parameter -> ((ObjectNode) parameter)
                        .put(
                                "description",
                                parameter.path("description").asString("")
                                        + " An asterisk reads the list over all your enterprises: each row then names its"
                                        + " enterpriseId, and enterprises tells which are included."));
    }

    private static boolean isNamed(JsonNode parameter, String name) {
        return parameter.path("name").asString("").equals(name);
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.path(name) instanceof ObjectNode present ? present : parent.putObject(name);
    }
}
