package io.controlcenter.identity.clients;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Front-end and partner clients, which the provider's operations registers. */
@RestController
@RequestMapping(path = "/api/v{version}/api-clients", version = "1")
@Tag(name = "API clients")
class ApiClientController {

    private final ApiClients clients;
    private final JsonMapper json;

    ApiClientController(ApiClients clients, JsonMapper json) {
        this.clients = clients;
        this.json = json;
    }

    /** Not repeatable by key: a stored answer would keep the secret. */
    @PostMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "registerApiClient",
            summary = "Register a front-end (PUBLIC) or a partner's program (CONFIDENTIAL): with its public keys, or"
                    + " with a secret that is said once")
    ResponseEntity<ApiClientView> register(@RequestBody NewApiClient wanted, Caller caller) {
        if (caller.enterpriseId() != null) {
            throw Problem.badRequest("enterprise-not-expected", "Leave out X-Enterprise-Id and list enterpriseIds.");
        }
        wanted.requireFitting();
        var registered = clients.register(wanted.toClient());
        return ResponseEntity.created(
                        URI.create("/api/v1/api-clients/" + registered.client().clientId()))
                .eTag(IfMatch.tag(registered.client().version()))
                .body(view(registered));
    }

    private ApiClientView view(ApiClients.Issued issued) {
        return ApiClientView.of(issued.client(), issued.secret(), json);
    }

    @GetMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "listApiClients", summary = "All registered clients, newest first")
    @Parameter(name = "kind", description = "PUBLIC or CONFIDENTIAL")
    @Parameter(name = "status", description = "ACTIVE, SUSPENDED or DISABLED")
    ResponseEntity<Page<ApiClientView>> list(ListRequest request) {
        return clients.list(request)
                .map(client -> ApiClientView.of(client, null, json))
                .toResponse();
    }

    @GetMapping("/{clientId}")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "getApiClient", summary = "One client")
    ResponseEntity<ApiClientView> get(@PathVariable String clientId) {
        return answer(clients.require(clientId));
    }

    @PatchMapping("/{clientId}")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "patchApiClient",
            summary = "Change name, redirects, permissions, enterprises or keys; null takes keys and addresses after"
                    + " signing out away; what is taken away is gone within seconds")
    ResponseEntity<ApiClientView> patch(
            @PathVariable String clientId, @RequestBody ApiClientPatch patch, MergePatch nulls, IfMatch ifMatch) {
        return answer(clients.change(clientId, ifMatch::require, client -> patch.applyTo(client, nulls)));
    }

    @PostMapping("/{clientId}/suspend")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "suspendApiClient",
            summary = "Keep a client out until it is resumed; its tokens stop working within seconds")
    ResponseEntity<ApiClientView> suspend(@PathVariable String clientId, IfMatch ifMatch) {
        return answer(clients.move(clientId, ifMatch::require, ApiClient.Status.SUSPENDED));
    }

    @PostMapping("/{clientId}/resume")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "resumeApiClient", summary = "Let a suspended client in again, with what it had")
    ResponseEntity<ApiClientView> resume(@PathVariable String clientId, IfMatch ifMatch) {
        return answer(clients.move(clientId, ifMatch::require, ApiClient.Status.ACTIVE));
    }

    @PostMapping("/{clientId}/disable")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "disableApiClient",
            summary = "Take a client out of use for good; its tokens stop working within seconds")
    ResponseEntity<ApiClientView> disable(@PathVariable String clientId, IfMatch ifMatch) {
        return answer(clients.move(clientId, ifMatch::require, ApiClient.Status.DISABLED));
    }

    private ResponseEntity<ApiClientView> answer(ApiClient client) {
        return ResponseEntity.ok().eTag(IfMatch.tag(client.version())).body(ApiClientView.of(client, null, json));
    }
}
