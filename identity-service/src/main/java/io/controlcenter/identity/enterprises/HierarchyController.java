package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enterprise, customer numbers and billing accounts as one picture, and accounts added to it. */
@RestController
@RequestMapping(path = "/api/v{version}/enterprises/{enterpriseId}", version = "1")
@Tag(name = "Enterprises")
class HierarchyController {

    record HierarchyView(
            String enterpriseId,
            String name,
            @Nullable String customName,
            Segment segment,
            List<NumberView> customerNumbers) {}

    record NumberView(String number, String name, List<AccountView> accounts) {}

    record AccountView(
            String accountId,
            String customerNumber,
            String name,
            Segment segment,
            String timeZone,
            String currency,
            String status,
            Instant addedAt) {

        static AccountView of(BillingAccount account) {
            return new AccountView(
                    account.accountId(),
                    account.customerNumber(),
                    account.name(),
                    account.segment(),
                    account.timeZone(),
                    account.currency(),
                    account.status(),
                    account.addedAt());
        }
    }

    record AddAccount(@NotBlank String accountId, @NotBlank String customerNumber) {}

    private final Enterprises enterprises;
    private final BillingAccounts accounts;

    HierarchyController(Enterprises enterprises, BillingAccounts accounts) {
        this.enterprises = enterprises;
        this.accounts = accounts;
    }

    @GetMapping("/hierarchy")
    @Access(
            value = {
                "ENTERPRISE_ADMIN",
                "USER_ADMIN",
                "QUOTE_WRITE",
                "ORDER_VIEW",
                "ORDER_WRITE",
                "REPAIR_VIEW",
                "REPAIR_WRITE",
                "MAINT_VIEW",
                "BILLING_VIEW",
                "BILLING_REQUEST_WRITE",
                "BILLING_PAY",
                "NOTIFY_ADMIN",
                "OPERATIONS",
                "CUSTOMER_SUCCESS",
                "SALES",
                "SALES_ENGINEER",
                "CCM",
                "CREDIT_ANALYST",
                "TECHNICIAN",
                "BILLING_COORDINATOR",
                "CHANGE_MANAGER"
            },
            reach = Reach.SHARED)
    @Operation(
            operationId = "getHierarchy",
            summary = "The enterprise's customer numbers with those of their billing accounts that you may use")
    HierarchyView hierarchy(@PathVariable String enterpriseId) {
        var enterprise = enterprises.require(enterpriseId);
        var known = accounts.of(enterpriseId);
        return new HierarchyView(
                enterprise.enterpriseId(),
                enterprise.name(),
                enterprise.customName(),
                enterprise.segment(),
                enterprise.customerNumbers().stream()
                        .map(number -> new NumberView(number.number(), number.name(), under(number.number(), known)))
                        .toList());
    }

    private static List<AccountView> under(String number, List<BillingAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.customerNumber().equals(number))
                .map(AccountView::of)
                .toList();
    }

    @PostMapping("/accounts")
    @IdempotentWrite
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "addAccount",
            summary = "Add a billing account that belongs to no enterprise yet, by its number")
    ResponseEntity<AccountView> add(@PathVariable String enterpriseId, @RequestBody AddAccount wanted) {
        var added = accounts.add(enterprises.require(enterpriseId), wanted.accountId(), wanted.customerNumber());
        return ResponseEntity.created(URI.create("/api/v1/enterprises/" + enterpriseId + "/hierarchy"))
                .body(AccountView.of(added));
    }

    @DeleteMapping("/accounts/{accountId}")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "removeAccount",
            summary = "Take a billing account out of the enterprise; nobody there can use it any more")
    ResponseEntity<Void> remove(@PathVariable String enterpriseId, @PathVariable String accountId) {
        accounts.remove(enterpriseId, accountId);
        return ResponseEntity.noContent().build();
    }
}
