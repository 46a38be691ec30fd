package io.controlcenter.identity.enterprises;

import io.controlcenter.identity.enterprises.ServiceReferences.ServiceReference;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enterprise, customer numbers, billing accounts and services as one picture (handbook S66). */
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
            Instant addedAt,

            @Schema(description = "Installed and ended ones, as order tells of them")
            List<ServiceView> services) {

        static AccountView of(BillingAccount account, List<ServiceReference> services) {
            return new AccountView(
                    account.accountId(),
                    account.customerNumber(),
                    account.name(),
                    account.segment(),
                    account.timeZone(),
                    account.currency(),
                    account.status(),
                    account.addedAt(),
                    services.stream().map(ServiceView::of).toList());
        }
    }

    @Schema(name = "HierarchyService")
    record ServiceView(
            String serviceId,
            @Nullable String circuitId,
            @Nullable String productCode,
            @Nullable String productName,
            @Nullable String site,
            ServiceReferences.Status status,
            @Nullable Instant installedAt) {

        static ServiceView of(ServiceReference service) {
            return new ServiceView(
                    service.serviceId(),
                    service.circuitId(),
                    service.productCode(),
                    service.productName(),
                    service.site(),
                    service.status(),
                    service.installedAt());
        }
    }

    private final Enterprises enterprises;
    private final BillingAccounts accounts;
    private final ServiceReferences services;

    HierarchyController(Enterprises enterprises, BillingAccounts accounts, ServiceReferences services) {
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.services = services;
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
            summary = "Customer numbers, those of their billing accounts that you may use, and the accounts' services")
    HierarchyView hierarchy(@PathVariable String enterpriseId) {
        var enterprise = enterprises.require(enterpriseId);
        var known = accounts.of(enterpriseId);
        var installed = services.byAccount(enterpriseId);
        return new HierarchyView(
                enterprise.enterpriseId(),
                enterprise.name(),
                enterprise.customName(),
                enterprise.segment(),
                enterprise.customerNumbers().stream()
                        .map(number -> new NumberView(
                                number.number(), number.name(), under(number.number(), known, installed)))
                        .toList());
    }

    private static List<AccountView> under(
            String number, List<BillingAccount> accounts, Map<String, List<ServiceReference>> services) {
        return accounts.stream()
                .filter(account -> account.customerNumber().equals(number))
                .map(account -> AccountView.of(account, services.getOrDefault(account.accountId(), List.of())))
                .toList();
    }
}
