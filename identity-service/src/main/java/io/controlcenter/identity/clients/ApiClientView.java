package io.controlcenter.identity.clients;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A client as the API shows it. */
@Schema(name = "ApiClient")
record ApiClientView(
        String clientId,
        String href,
        String name,
        ApiClient.Kind kind,
        ApiClient.Status status,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<String> permissions,

        @Schema(description = "The enterprises it works for; an enterprise sees itself alone")
        List<String> enterpriseIds,

        @Schema(description = "The only accounts it works on; absent: all of its enterprises") @Nullable
        List<String> accountIds,

        @Schema(description = "Whether it works for other enterprises too, and so is changed by the provider alone")
        boolean shared,

        @Schema(description = "Public keys by which it proves itself") @Nullable
        Map<String, Object> jwks,

        @Schema(description = "Its secrets, oldest first, without what is secret")
        List<SecretView> secrets,

        @Schema(description = "When it last got a secret") @Nullable
        Instant secretRotatedAt,

        Instant createdAt,

        @Schema(description = "Said once, when a CONFIDENTIAL client is registered; keep it safe") @Nullable
        String clientSecret) {

    private static final TypeReference<Map<String, Object>> KEYS = new TypeReference<>() {};

    @Schema(name = "ApiClientSecret")
    record SecretView(
            String secretId,
            Instant createdAt,

            @Schema(description = "From when on it does not work any more") @Nullable
            Instant expiresAt) {}

    static ApiClientView of(ApiClient client, @Nullable String secret, JsonMapper json) {
        return new ApiClientView(
                client.clientId(),
                "/api/v1/api-clients/" + client.clientId(),
                client.name(),
                client.kind(),
                client.status(),
                client.redirectUris(),
                client.postLogoutRedirectUris(),
                client.permissions(),
                client.enterpriseIds(),
                client.accountIds(),
                client.shared(),
                client.jwks() == null ? null : json.readValue(client.jwks(), KEYS),
                client.secrets().stream()
                        .map(one -> new SecretView(one.secretId(), one.createdAt(), one.expiresAt()))
                        .toList(),
                client.secretRotatedAt(),
                client.createdAt(),
                secret);
    }
}
