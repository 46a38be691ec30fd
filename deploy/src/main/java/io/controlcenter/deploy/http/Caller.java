package io.controlcenter.deploy.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the gateway, perhaps on an enterprise. Immutable. */
public final class Caller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final String gateway;
    private final Supplier<@Nullable String> token;
    private final @Nullable String enterprise;

    /** @param token null for nobody */
    public Caller(String gateway, Supplier<@Nullable String> token, @Nullable String enterprise) {
        this.gateway = gateway;
        this.token = token;
        this.enterprise = enterprise;
    }

    /** The same person, toggled to another enterprise. */
    public Caller on(@Nullable String other) {
        return new Caller(gateway, token, other);
    }

    /** The token that it calls with; empty for nobody. */
    public String token() {
        return Objects.requireNonNullElse(token.get(), "");
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    /** A POST that commits something: repeated with the same key it answers the same. */
    public Answer post(String path, Object body, UUID key) {
        return send("POST", path, body, Map.of("Idempotency-Key", key.toString()));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(60));
        var bearer = token.get();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (enterprise != null) {
            request.header("X-Enterprise-Id", enterprise);
        }
        if (body != null) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
