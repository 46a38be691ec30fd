package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.controlcenter.platform.web.Removable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enterprises and their customer numbers. */
@RestController
@RequestMapping(path = "/api/v{version}/enterprises", version = "1")
@Tag(name = "Enterprises")
class EnterpriseController {

    record NewEnterprise(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String customName,
            @NotNull Segment segment,
            @Nullable Boolean selfRegistration,
            @Nullable @Size(max = 100) List<@Valid NewCustomerNumber> customerNumbers) {}

    /** Without a number it gets one. */
    record NewCustomerNumber(
            @Nullable @Pattern(regexp = "C-\\d{6,12}", message = "is like C-100001")
            String number,

            @NotBlank @Size(max = 100) String name) {

        Enterprises.NewNumber toNumber() {
            return new Enterprises.NewNumber(number, name);
        }
    }

    /** JSON Merge Patch on these properties; name and status are the provider's to change. */
    record EnterprisePatch(
            @Nullable @Size(min = 1, max = 100) String name,
            @Removable @Nullable @Size(min = 1, max = 100) String customName,
            @Nullable Boolean selfRegistration,
            Enterprise.@Nullable Status status) {}

    private final Enterprises enterprises;
    private final BillingAccounts accounts;

    EnterpriseController(Enterprises enterprises, BillingAccounts accounts) {
        this.enterprises = enterprises;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "createEnterprise", summary = "Create an enterprise with its customer numbers")
    ResponseEntity<EnterpriseView> create(@RequestBody NewEnterprise wanted, Caller caller) {
        if (caller.enterpriseId() != null) {
            throw Problem.badRequest("enterprise-not-expected", "Leave out X-Enterprise-Id: the enterprise is new.");
        }
        var numbers = Objects.requireNonNullElse(wanted.customerNumbers(), List.<NewCustomerNumber>of());
        var created = enterprises.create(new Enterprises.NewEnterprise(
                wanted.name(),
                wanted.customName(),
                wanted.segment(),
                Boolean.TRUE.equals(wanted.selfRegistration()),
                numbers.stream().map(NewCustomerNumber::toNumber).toList()));
        return ResponseEntity.created(URI.create("/api/v1/enterprises/" + created.enterpriseId()))
                .eTag(IfMatch.tag(created.version()))
                .body(EnterpriseView.of(created));
    }

    @GetMapping
    @Access(
            value = {"OPERATIONS", "CUSTOMER_SUCCESS", "SALES", "SALES_ENGINEER", "CCM", "CREDIT_ANALYST"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "listEnterprises", summary = "All enterprises, newest first, for provider staff")
    @Parameter(name = "name", description = "Only the enterprises with this name")
    @Parameter(name = "segment", description = "Only enterprises of this segment")
    @Parameter(name = "status", description = "ACTIVE or INACTIVE")
    ResponseEntity<Page<EnterpriseView>> list(ListRequest request) {
        return enterprises.list(request).map(EnterpriseView::of).toResponse();
    }

    @GetMapping("/{enterpriseId}")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS", "SALES", "CCM"},
            reach = Reach.SHARED)
    @Operation(operationId = "getEnterprise", summary = "One enterprise")
    ResponseEntity<EnterpriseView> get(@PathVariable String enterpriseId) {
        return answer(enterprises.require(enterpriseId));
    }

    @PatchMapping("/{enterpriseId}")
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "patchEnterprise",
            summary = "Change the custom name and self-registration; the provider also name and status")
    ResponseEntity<EnterpriseView> patch(
            @PathVariable String enterpriseId,
            @RequestBody EnterprisePatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        if (!caller.isProvider() && (patch.name() != null || patch.status() != null)) {
            throw Problem.forbidden("accessDenied", "Name and status are the provider's to change.");
        }
        return answer(enterprises.change(
                enterpriseId,
                ifMatch::require,
                new Enterprises.Change(
                        patch.name(),
                        patch.customName(),
                        nulls.removes("customName"),
                        patch.selfRegistration(),
                        patch.status())));
    }

    @PostMapping("/{enterpriseId}/customer-numbers")
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "addCustomerNumber",
            summary = "Add a customer number; accounts that waited for it move in")
    ResponseEntity<EnterpriseView> addNumber(@PathVariable String enterpriseId, @RequestBody NewCustomerNumber wanted) {
        var changed = enterprises.addCustomerNumber(enterpriseId, wanted.toNumber());
        accounts.placeWaiting(changed);
        return ResponseEntity.created(URI.create("/api/v1/enterprises/" + enterpriseId))
                .eTag(IfMatch.tag(changed.version()))
                .body(EnterpriseView.of(changed));
    }

    private static ResponseEntity<EnterpriseView> answer(Enterprise enterprise) {
        return ResponseEntity.ok().eTag(IfMatch.tag(enterprise.version())).body(EnterpriseView.of(enterprise));
    }
}
