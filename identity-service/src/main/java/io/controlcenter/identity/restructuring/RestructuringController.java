package io.controlcenter.identity.restructuring;

import io.controlcenter.identity.enterprises.Enterprise;
import io.controlcenter.identity.enterprises.EnterpriseSuccession;
import io.controlcenter.identity.enterprises.EnterpriseView;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operations do to whole enterprises. They name none in X-Enterprise-Id, for more than one is concerned. */
@RestController
@RequestMapping(path = "/api/v{version}/enterprises/{enterpriseId}", version = "1")
@Tag(name = "Enterprises")
class RestructuringController {

    record Consolidation(@NotBlank String intoEnterpriseId) {}

    record Split(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String customName,

            @Schema(description = "Those that go, with their accounts") @NotEmpty @Size(max = 100)
            List<@NotBlank String> customerNumbers) {}

    private final Restructuring restructuring;
    private final EnterpriseSuccession succession;

    RestructuringController(Restructuring restructuring, EnterpriseSuccession succession) {
        this.restructuring = restructuring;
        this.succession = succession;
    }

    @PostMapping("/consolidate")
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "consolidateEnterprise",
            summary =
                    "Let the enterprise go up in another one: numbers, accounts, groups and users; answers the other one")
    ResponseEntity<EnterpriseView> consolidate(
            @PathVariable String enterpriseId, @RequestBody Consolidation wanted, Caller caller) {
        requireWide(caller);
        return answer(ResponseEntity.ok(), restructuring.consolidate(enterpriseId, wanted.intoEnterpriseId()));
    }

    @PostMapping("/split")
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "splitEnterprise",
            summary =
                    "Make some customer numbers an enterprise of their own; whoever could use their accounts still can")
    ResponseEntity<EnterpriseView> split(@PathVariable String enterpriseId, @RequestBody Split wanted, Caller caller) {
        requireWide(caller);
        var created = restructuring.split(enterpriseId, wanted.name(), wanted.customName(), wanted.customerNumbers());
        return answer(ResponseEntity.created(URI.create("/api/v1/enterprises/" + created.enterpriseId())), created);
    }

    @DeleteMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "removeEnterprise",
            summary = "End an enterprise that has no accounts any more; its users lose it, its id is never used again")
    ResponseEntity<Void> remove(@PathVariable String enterpriseId, IfMatch ifMatch) {
        succession.remove(enterpriseId, ifMatch::require);
        return ResponseEntity.noContent().build();
    }

    private static void requireWide(Caller caller) {
        if (caller.enterpriseId() != null) {
            throw Problem.badRequest(
                    "enterprise-not-expected", "Leave out X-Enterprise-Id: more than one enterprise is concerned.");
        }
    }

    private static ResponseEntity<EnterpriseView> answer(ResponseEntity.BodyBuilder response, Enterprise enterprise) {
        return response.eTag(IfMatch.tag(enterprise.version())).body(EnterpriseView.of(enterprise));
    }
}
