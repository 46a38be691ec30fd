package io.controlcenter.identity.clients;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Removable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Merge Patch on what of a client may be changed. Keys are replaced as a set; null or an empty set takes them away.
 * Null takes the addresses after signing out away, and the bound to single accounts.
 */
record ApiClientPatch(
        @Nullable @Size(min = 1, max = 100) String name,

        @Nullable @Size(min = 1, max = 10)
        List<@Pattern(regexp = NewApiClient.REDIRECT, message = NewApiClient.NO_REDIRECT) String> redirectUris,

        @Removable @Nullable @Size(max = 10)
        List<@Pattern(regexp = NewApiClient.REDIRECT, message = NewApiClient.NO_REDIRECT) String>
                postLogoutRedirectUris,

        @Nullable @Size(min = 1, max = 50) List<Permission> permissions,
        @Nullable @Size(min = 1, max = 100) List<String> enterpriseIds,
        @Removable @Nullable @Size(max = 500) List<String> accountIds,
        @Removable @Nullable Map<String, Object> jwks) {

    ApiClient applyTo(ApiClient client, MergePatch nulls) {
        requireFitting(client.kind() == ApiClient.Kind.PUBLIC);
        return new ApiClient(
                client.clientId(),
                name == null ? client.name() : name,
                client.kind(),
                client.status(),
                redirectUris == null ? client.redirectUris() : redirectUris,
                addressesAfterSignOut(client, nulls),
                permissions == null ? client.permissions() : NewApiClient.names(permissions),
                enterpriseIds == null
                        ? client.enterpriseIds()
                        : enterpriseIds.stream().distinct().sorted().toList(),
                nulls.apply("accountIds", NewApiClient.sorted(accountIds), client.accountIds()),
                client.shared(),
                keys(client, nulls),
                client.secrets(),
                client.createdAt(),
                client.version());
    }

    private List<String> addressesAfterSignOut(ApiClient client, MergePatch nulls) {
        if (postLogoutRedirectUris == null) {
            return nulls.removes("postLogoutRedirectUris") ? List.of() : client.postLogoutRedirectUris();
        }
        return postLogoutRedirectUris;
    }

    private @Nullable String keys(ApiClient client, MergePatch nulls) {
        if (jwks == null) {
            return nulls.removes("jwks") ? null : client.jwks();
        }
        return isEmptySet(jwks) ? null : ClientKeys.text(jwks);
    }

    private static boolean isEmptySet(Map<String, Object> jwks) {
        return jwks.get("keys") instanceof List<?> keys && keys.isEmpty();
    }

    private void requireFitting(boolean isPublic) {
        var violations = new ArrayList<Violation>();
        refuse(violations, "/redirectUris", redirectUris, !isPublic);
        refuse(violations, "/postLogoutRedirectUris", postLogoutRedirectUris, !isPublic);
        refuse(violations, "/permissions", permissions, isPublic);
        refuse(violations, "/enterpriseIds", enterpriseIds, isPublic);
        refuse(violations, "/accountIds", accountIds, isPublic);
        refuse(violations, "/jwks", jwks, isPublic);
        if (!isPublic && jwks != null && !isEmptySet(jwks)) {
            violations.addAll(ClientKeys.judge("/jwks", jwks));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private static void refuse(List<Violation> violations, String at, @Nullable Object value, boolean refused) {
        if (refused && value != null) {
            violations.add(Violation.invalid(at, "This kind of client has none."));
        }
    }
}
