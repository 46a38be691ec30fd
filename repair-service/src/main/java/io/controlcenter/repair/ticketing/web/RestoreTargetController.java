package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.repair.services.KnownServices;
import io.controlcenter.repair.ticketing.application.RestoreTargets;
import io.controlcenter.repair.ticketing.domain.Priority;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What urgency means: times to restore, and services that come first by law. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Performance")
class RestoreTargetController {

    private static final long YEAR_OF_MINUTES = 525_600;

    record NewTarget(
            @NotNull Priority priority,

            @Nullable
            @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,39}")
            @Schema(description = "Absent: every product that has no target of its own")
            String productCode,

            @NotNull @Min(1) @Max(YEAR_OF_MINUTES) @Schema(description = "Time to restore, pauses not counted")
            Integer minutes) {}

    @Schema(name = "RestoreTarget")
    record TargetView(
            Priority priority,

            @Schema(description = "Absent: of every product without one of its own") @Nullable
            String productCode,

            @Schema(type = "string", example = "PT4H") Duration target,

            @Schema(description = "The hours that count", example = "24x7")
            String calendar) {

        static TargetView of(RestoreTargets.Target target) {
            return new TargetView(target.priority(), target.productCode(), target.target(), "24x7");
        }
    }

    @Schema(name = "RestoreTargetList")
    record TargetList(List<TargetView> items) {}

    record TspAuthorization(
            @NotNull
            @Pattern(regexp = "TSP[0-9A-Z]{6}-[E0-5][0-5]")
            @Schema(description = "TSP authorization code", example = "TSP12345C-E1")
            String code) {}

    @Schema(name = "TspService")
    record TspView(String serviceId, String code) {}

    private final RestoreTargets targets;
    private final KnownServices services;
    private final AuditTrail audit;

    RestoreTargetController(RestoreTargets targets, KnownServices services, AuditTrail audit) {
        this.targets = targets;
        this.services = services;
        this.audit = audit;
    }

    @GetMapping("/repair-performance/targets")
    @Access(
            value = {"REPAIR_VIEW", "REPAIR_WRITE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listRestoreTargets", summary = "The times in which services are to be restored")
    TargetList list() {
        return new TargetList(targets.all().stream().map(TargetView::of).toList());
    }

    @PutMapping("/repair-performance/targets")
    @Transactional
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "putRestoreTarget",
            summary = "Set the time to restore of a priority, for all products or one; for tickets from now on")
    TargetView put(@RequestBody NewTarget target) {
        var put = new RestoreTargets.Target(
                target.priority(), target.productCode(), Duration.ofMinutes(target.minutes()));
        targets.put(put);
        audit.record(
                null, "restore-target.Set", "restore-target", target.priority().name(), null, put);
        return TargetView.of(put);
    }

    @DeleteMapping("/repair-performance/targets/{priority}/{productCode}")
    @Transactional
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "deleteRestoreTarget", summary = "Let a product have the time to restore of all others")
    ResponseEntity<Void> delete(@PathVariable Priority priority, @PathVariable String productCode) {
        if (!targets.remove(priority, productCode)) {
            throw Problem.notFound("A target of " + productCode);
        }
        audit.record(null, "restore-target.Removed", "restore-target", priority + "/" + productCode, null, null);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/tickets/tsp-services/{serviceId}")
    @Transactional
    @Access("OPERATIONS")
    @Operation(
            operationId = "putTspService",
            summary = "Give a service telecommunications service priority: its tickets are one step more urgent")
    TspView prioritise(@PathVariable String serviceId, @RequestBody TspAuthorization tsp) {
        return tsp(serviceId, tsp.code());
    }

    @DeleteMapping("/tickets/tsp-services/{serviceId}")
    @Transactional
    @Access("OPERATIONS")
    @Operation(operationId = "deleteTspService", summary = "Take a service's priority away")
    ResponseEntity<Void> unprioritise(@PathVariable String serviceId) {
        tsp(serviceId, null);
        return ResponseEntity.noContent().build();
    }

    private TspView tsp(String serviceId, @Nullable String code) {
        var service = services.find(serviceId).orElseThrow(() -> Problem.notFound("The service " + serviceId));
        services.prioritise(serviceId, code);
        audit.record(service.enterpriseId(), "service.TspSet", "service", serviceId, service.tspCode(), code);
        return new TspView(serviceId, code == null ? "" : code);
    }
}
