package io.controlcenter.identity.clients;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client as it is asked for. */
record NewApiClient(
        @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,39}", message = "has 3 to 40 small letters, digits or -")
        String clientId,

        @NotBlank @Size(max = 100) String name,
        ApiClient.@NotNull Kind kind,

        @Schema(
                description =
                        "Where a PUBLIC client takes people back to: https, or http on localhost; compared sign by"
                                + " sign")
        @Nullable
        @Size(max = 10)
        List<@Pattern(regexp = REDIRECT, message = NO_REDIRECT) String> redirectUris,

        @Nullable @Size(max = 10)
        List<@Pattern(regexp = REDIRECT, message = NO_REDIRECT) String> postLogoutRedirectUris,

        @Schema(description = "What a CONFIDENTIAL client may do") @Nullable @Size(max = 50)
        List<Permission> permissions,

        @Schema(description = "On which enterprises a CONFIDENTIAL client may do it") @Nullable @Size(max = 100)
        List<String> enterpriseIds,

        @Schema(
                description = "A JSON Web Key Set of public keys (EC P-256 or P-384, or RSA of 2048 bits): the client"
                        + " proves itself by private_key_jwt, and gets no secret")
        @Nullable
        Map<String, Object> jwks) {

    static final String REDIRECT = "https://[^\\s#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s#]*)?";
    static final String NO_REDIRECT = "is https, or http on localhost, without fragment";

    void requireFitting() {
        var violations = new ArrayList<Violation>();
        var isPublic = kind == ApiClient.Kind.PUBLIC;
        fit(violations, "/redirectUris", redirectUris, isPublic, isPublic);
        fit(violations, "/postLogoutRedirectUris", postLogoutRedirectUris, false, isPublic);
        fit(violations, "/permissions", permissions, !isPublic, !isPublic);
        fit(violations, "/enterpriseIds", enterpriseIds, !isPublic, !isPublic);
        fit(violations, "/jwks", jwks == null ? null : jwks.keySet(), false, !isPublic);
        if (!isPublic && jwks != null) {
            violations.addAll(ClientKeys.judge("/jwks", jwks));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private static void fit(
            List<Violation> violations, String at, @Nullable Collection<?> values, boolean needed, boolean allowed) {
        var present = values != null && !values.isEmpty();
        if (needed && !present) {
            violations.add(Violation.missing(at, "This kind of client needs at least one."));
        }
        if (!allowed && present) {
            violations.add(Violation.invalid(at, "This kind of client has none."));
        }
    }

    ApiClients.NewClient toClient() {
        return new ApiClients.NewClient(
                clientId,
                name,
                kind,
                listed(redirectUris),
                listed(postLogoutRedirectUris),
                names(listed(permissions)),
                listed(enterpriseIds).stream().distinct().toList(),
                jwks == null ? null : ClientKeys.text(jwks));
    }

    static List<String> names(List<Permission> permissions) {
        return permissions.stream().distinct().sorted().map(Permission::name).toList();
    }

    private static <T> List<T> listed(@Nullable List<T> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
