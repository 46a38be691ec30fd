package io.controlcenter.order.inventory;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The services that are installed. */
@RestController
@RequestMapping(path = "/api/v{version}/services", version = "1")
@Tag(name = "Installed services")
class InstalledServiceController {

    private final Inventory inventory;
    private final Accounts accounts;

    InstalledServiceController(Inventory inventory, Accounts accounts) {
        this.inventory = inventory;
        this.accounts = accounts;
    }

    @GetMapping
    @Access({
        "ORDER_VIEW",
        "ORDER_WRITE",
        "REPAIR_VIEW",
        "MAINT_VIEW",
        "BILLING_VIEW",
        "SALES",
        "SALES_ENGINEER",
        "CCM",
        "TECHNICIAN",
        "CHANGE_MANAGER"
    })
    @Operation(operationId = "listServices", summary = "The installed services of the enterprise, newest first")
    @Parameter(name = "accountId", description = "Only services on this billing account")
    @Parameter(name = "siteId", description = "Only services at this site")
    @Parameter(name = "productCode", description = "Only services of this product")
    @Parameter(name = "circuitId", description = "Only the service on this circuit")
    @Parameter(name = "serviceId", description = "Only these services, separated by commas")
    @Parameter(name = "state", description = "INSTALLED, PENDING_CHANGE, PENDING_DISCONNECT or DISCONNECTED")
    @Parameter(name = "orderNumber", description = "Only services that this order installed or last changed")
    @Parameter(name = "endOfTerm", description = "ROLL, AUTO_RENEW or AUTO_DISCONNECT")
    @Parameter(name = "termEndsOn.lte", description = "Only services whose term ends on this date or earlier")
    @Parameter(name = "commencementDate.gte", description = "Only services that commenced on this date or later")
    ResponseEntity<Page<InstalledService>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return inventory.list(caller.enterprise(), request).toResponse();
    }

    @GetMapping("/{serviceId}")
    @Access({
        "ORDER_VIEW",
        "ORDER_WRITE",
        "REPAIR_VIEW",
        "MAINT_VIEW",
        "BILLING_VIEW",
        "SALES",
        "SALES_ENGINEER",
        "CCM",
        "TECHNICIAN",
        "CHANGE_MANAGER"
    })
    @Operation(operationId = "getService", summary = "One installed service")
    InstalledService get(@PathVariable String serviceId) {
        return inventory.find(serviceId).orElseThrow(() -> Problem.notFound("The service " + serviceId));
    }
}
