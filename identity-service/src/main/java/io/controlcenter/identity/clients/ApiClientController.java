package io.controlcenter.identity.clients;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Front-end and partner clients, which the provider's operations registers. */
@RestController
@RequestMapping(path = "/api/v{version}/api-clients", version = "1")
@Tag(name = "API clients")
class ApiClientController {

    private static final String REDIRECT = "https://[^\\s#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s#]*)?";

    record NewApiClient(
            @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,39}", message = "has 3 to 40 small letters, digits or -")
            String clientId,

            @NotBlank @Size(max = 100) String name,
            ApiClient.@NotNull Kind kind,

            @Schema(description = "Where a PUBLIC client takes people back to: https, or http on localhost")
            @Nullable
            @Size(max = 10)
            List<@Pattern(regexp = REDIRECT, message = "is https, or http on localhost, without fragment") String>
                    redirectUris,

            @Nullable @Size(max = 10)
            List<@Pattern(regexp = REDIRECT, message = "is https, or http on localhost, without fragment") String>
                    postLogoutRedirectUris,

            @Schema(description = "What a CONFIDENTIAL client may do") @Nullable @Size(max = 50)
            List<Permission> permissions,

            @Schema(description = "On which enterprises a CONFIDENTIAL client may do it") @Nullable @Size(max = 100)
            List<String> enterpriseIds) {

        ApiClients.NewClient toClient() {
            return new ApiClients.NewClient(
                    clientId,
                    name,
                    kind,
                    listed(redirectUris),
                    listed(postLogoutRedirectUris),
                    listed(permissions).stream()
                            .distinct()
                            .sorted()
                            .map(Permission::name)
                            .toList(),
                    listed(enterpriseIds).stream().distinct().toList());
        }
    }

    @Schema(name = "ApiClient")
    record ApiClientView(
            String clientId,
            String href,
            String name,
            ApiClient.Kind kind,
            ApiClient.Status status,
            List<String> redirectUris,
            List<String> permissions,
            List<String> enterpriseIds,
            Instant createdAt,

            @Schema(description = "Said once, when a CONFIDENTIAL client is registered; keep it safe") @Nullable
            String clientSecret) {

        static ApiClientView of(ApiClient client, @Nullable String secret) {
            return new ApiClientView(
                    client.clientId(),
                    "/api/v1/api-clients/" + client.clientId(),
                    client.name(),
                    client.kind(),
                    client.status(),
                    client.redirectUris(),
                    client.permissions(),
                    client.enterpriseIds(),
                    client.createdAt(),
                    secret);
        }
    }

    private final ApiClients clients;

    ApiClientController(ApiClients clients) {
        this.clients = clients;
    }

    /** Not repeatable by key: a stored answer would keep the secret. */
    @PostMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "registerApiClient",
            summary = "Register a front-end (PUBLIC) or a partner's program (CONFIDENTIAL, whose secret is said once)")
    ResponseEntity<ApiClientView> register(@RequestBody NewApiClient wanted, Caller caller) {
        if (caller.enterpriseId() != null) {
            throw Problem.badRequest("enterprise-not-expected", "Leave out X-Enterprise-Id and list enterpriseIds.");
        }
        requireFitting(wanted);
        var registered = clients.register(wanted.toClient());
        return ResponseEntity.created(
                        URI.create("/api/v1/api-clients/" + registered.client().clientId()))
                .eTag(IfMatch.tag(registered.client().version()))
                .body(ApiClientView.of(registered.client(), registered.secret()));
    }

    private static void requireFitting(NewApiClient wanted) {
        var violations = new ArrayList<Violation>();
        var isPublic = wanted.kind() == ApiClient.Kind.PUBLIC;
        fit(violations, "/redirectUris", wanted.redirectUris(), isPublic, isPublic);
        fit(violations, "/postLogoutRedirectUris", wanted.postLogoutRedirectUris(), false, isPublic);
        fit(violations, "/permissions", wanted.permissions(), !isPublic, !isPublic);
        fit(violations, "/enterpriseIds", wanted.enterpriseIds(), !isPublic, !isPublic);
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private static void fit(
            List<Violation> violations, String at, @Nullable List<?> values, boolean needed, boolean allowed) {
        var present = !listed(values).isEmpty();
        if (needed && !present) {
            violations.add(Violation.missing(at, "This kind of client needs at least one."));
        }
        if (!allowed && present) {
            violations.add(Violation.invalid(at, "This kind of client has none."));
        }
    }

    private static <T> List<T> listed(@Nullable List<T> values) {
        return Objects.requireNonNullElse(values, List.of());
    }

    @GetMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "listApiClients", summary = "All registered clients, newest first")
    @Parameter(name = "kind", description = "PUBLIC or CONFIDENTIAL")
    @Parameter(name = "status", description = "ACTIVE or DISABLED")
    ResponseEntity<Page<ApiClientView>> list(ListRequest request) {
        return clients.list(request)
                .map(client -> ApiClientView.of(client, null))
                .toResponse();
    }

    @GetMapping("/{clientId}")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "getApiClient", summary = "One client")
    ResponseEntity<ApiClientView> get(@PathVariable String clientId) {
        return answer(clients.require(clientId));
    }

    @PostMapping("/{clientId}/disable")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "disableApiClient",
            summary = "Take a client out of use for good; its tokens stop working within seconds")
    ResponseEntity<ApiClientView> disable(@PathVariable String clientId, IfMatch ifMatch) {
        return answer(clients.disable(clientId, ifMatch::require));
    }

    private static ResponseEntity<ApiClientView> answer(ApiClient client) {
        return ResponseEntity.ok().eTag(IfMatch.tag(client.version())).body(ApiClientView.of(client, null));
    }
}
