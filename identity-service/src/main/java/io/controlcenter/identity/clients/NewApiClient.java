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
        @Schema(description = "Chosen by the provider alone; an enterprise gets one")
        @Nullable
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,39}", message = "has 3 to 40 small letters, digits or -")
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

        @Schema(
                description = "On which enterprises a CONFIDENTIAL client may do it; left out, or itself, where an"
                        + " enterprise registers it")
        @Nullable
        @Size(max = 100)
        List<String> enterpriseIds,

        @Schema(description = "On which of their accounts only; left out: on all") @Nullable @Size(max = 500)
        List<String> accountIds,

        @Schema(
                description = "A JSON Web Key Set of public keys (EC P-256 or P-384, or RSA of 2048 bits): the client"
                        + " proves itself by private_key_jwt, and gets no secret")
        @Nullable
        Map<String, Object> jwks) {

    static final String REDIRECT = "https://[^\\s#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s#]*)?";
    static final String NO_REDIRECT = "is https, or http on localhost, without fragment";

    /** @param enterpriseId the one that the caller acts for; null for staff who named none */
    void requireFitting(@Nullable String enterpriseId, boolean byProvider) {
        var violations = new ArrayList<Violation>();
        if (!byProvider && clientId != null) {
            violations.add(Violation.invalid("/clientId", "Client ids are given by the platform."));
        }
        if (kind == ApiClient.Kind.PUBLIC && enterpriseId != null) {
            violations.add(
                    Violation.invalid("/kind", "A front-end belongs to no enterprise; the provider registers it."));
        }
        fitKind(violations, enterpriseId);
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private void fitKind(List<Violation> violations, @Nullable String enterpriseId) {
        var isPublic = kind == ApiClient.Kind.PUBLIC;
        fit(violations, "/redirectUris", redirectUris, isPublic, isPublic);
        fit(violations, "/postLogoutRedirectUris", postLogoutRedirectUris, false, isPublic);
        fit(violations, "/permissions", permissions, !isPublic, !isPublic);
        fit(violations, "/enterpriseIds", enterpriseIds, !isPublic && enterpriseId == null, !isPublic);
        fit(violations, "/accountIds", accountIds, false, !isPublic);
        fit(violations, "/jwks", jwks == null ? null : jwks.keySet(), false, !isPublic);
        if (!isPublic && jwks != null) {
            violations.addAll(ClientKeys.judge("/jwks", jwks));
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

    /** @param enterpriseId whose it is where the body names none */
    ApiClients.NewClient toClient(@Nullable String enterpriseId) {
        return new ApiClients.NewClient(
                clientId,
                name,
                kind,
                listed(redirectUris),
                listed(postLogoutRedirectUris),
                names(listed(permissions)),
                enterprises(enterpriseId),
                sorted(accountIds),
                jwks == null ? null : ClientKeys.text(jwks));
    }

    private List<String> enterprises(@Nullable String enterpriseId) {
        var named = listed(enterpriseIds).stream().distinct().toList();
        return named.isEmpty() && enterpriseId != null ? List.of(enterpriseId) : named;
    }

    static @Nullable List<String> sorted(@Nullable List<String> values) {
        return values == null ? null : values.stream().distinct().sorted().toList();
    }

    static List<String> names(List<Permission> permissions) {
        return permissions.stream().distinct().sorted().map(Permission::name).toList();
    }

    private static <T> List<T> listed(@Nullable List<T> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
