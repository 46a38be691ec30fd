package io.controlcenter.identity.clients;

import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Front-end clients, which the provider's operations registers, and partners' programs, which an enterprise's
 * administrators register for their enterprise themselves.
 */
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
    @AdministersClients
    @Operation(
            operationId = "registerApiClient",
            summary = "Register a front-end (PUBLIC) or a partner's program (CONFIDENTIAL): with its public keys, or"
                    + " with a secret that is said once")
    ResponseEntity<ApiClientView> register(@RequestBody NewApiClient wanted, Caller caller) {
        wanted.requireFitting(caller.enterpriseId(), caller.isProvider());
        var registered = clients.register(wanted.toClient(caller.enterpriseId()), ClientAdministrator.of(caller));
        return ResponseEntity.created(
                        URI.create("/api/v1/api-clients/" + registered.client().clientId()))
                .eTag(IfMatch.tag(registered.client().version()))
                .body(ApiClientView.of(registered.client(), registered.secret(), json));
    }

    @GetMapping
    @AdministersClients
    @Operation(
            operationId = "listApiClients",
            summary = "The clients of the enterprise, or all for the provider, newest first")
    @Parameter(name = "kind", description = "PUBLIC or CONFIDENTIAL")
    @Parameter(name = "status", description = "ACTIVE, SUSPENDED or DISABLED")
    ResponseEntity<Page<ApiClientView>> list(ListRequest request) {
        return clients.list(request)
                .map(client -> ApiClientView.of(client, null, json))
                .toResponse();
    }

    @GetMapping("/{clientId}")
    @AdministersClients
    @Operation(operationId = "getApiClient", summary = "One client")
    ResponseEntity<ApiClientView> get(@PathVariable String clientId) {
        return answer(clients.require(clientId));
    }

    @PatchMapping("/{clientId}")
    @AdministersClients
    @Operation(
            operationId = "patchApiClient",
            summary =
                    "Change name, redirects, permissions, enterprises, accounts or keys; null takes keys, the bound to"
                            + " accounts, and addresses after signing out away; what is taken away is gone within seconds")
    ResponseEntity<ApiClientView> patch(
            @PathVariable String clientId,
            @RequestBody ApiClientPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        var by = ClientAdministrator.of(caller);
        return answer(clients.change(clientId, ifMatch::require, by, client -> patch.applyTo(client, nulls)));
    }

    @PostMapping("/{clientId}/suspend")
    @AdministersClients
    @Operation(
            operationId = "suspendApiClient",
            summary = "Keep a client out until it is resumed; its tokens stop working within seconds")
    ResponseEntity<ApiClientView> suspend(@PathVariable String clientId, IfMatch ifMatch) {
        return answer(clients.suspend(clientId, ifMatch::require));
    }

    @PostMapping("/{clientId}/resume")
    @AdministersClients
    @Operation(operationId = "resumeApiClient", summary = "Let a suspended client in again, with what it had")
    ResponseEntity<ApiClientView> resume(@PathVariable String clientId, IfMatch ifMatch, Caller caller) {
        return answer(clients.resume(clientId, ifMatch::require, ClientAdministrator.of(caller)));
    }

    @PostMapping("/{clientId}/disable")
    @AdministersClients
    @Operation(
            operationId = "disableApiClient",
            summary = "Take a client out of use for good; its tokens stop working within seconds")
    ResponseEntity<ApiClientView> disable(@PathVariable String clientId, IfMatch ifMatch) {
        return answer(clients.disable(clientId, ifMatch::require));
    }

    @DeleteMapping("/{clientId}")
    @AdministersClients
    @Operation(
            operationId = "deleteApiClient",
            summary = "Take a client away from the enterprise, or from all for the provider; left without any, it is"
                    + " disabled and its id is never given again")
    ResponseEntity<Void> delete(@PathVariable String clientId, IfMatch ifMatch) {
        clients.delete(clientId, ifMatch::require);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<ApiClientView> answer(ApiClient client) {
        return ResponseEntity.ok().eTag(IfMatch.tag(client.version())).body(ApiClientView.of(client, null, json));
    }
}
