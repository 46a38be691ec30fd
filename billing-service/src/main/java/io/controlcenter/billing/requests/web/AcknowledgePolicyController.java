package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.requests.application.AcknowledgePolicies;
import io.controlcenter.billing.requests.application.RequestSettings;
import io.controlcenter.billing.requests.domain.Reading;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which reading of "48 business hours" binds us towards an enterprise. Requests that came before keep theirs. */
@RestController
@RequestMapping(path = "/api/v{version}/acknowledge-policy", version = "1")
@Tag(name = "Work on billing requests")
class AcknowledgePolicyController {

    @Schema(name = "AcknowledgePolicy")
    record PolicyView(
            @NotNull
            @Schema(description = "SUPPORT_HOURS: 48 hours in which support is open; BUSINESS_DAYS: two business days")
            Reading reading) {}

    private final AcknowledgePolicies policies;
    private final RequestSettings settings;
    private final AuditTrail audit;

    AcknowledgePolicyController(AcknowledgePolicies policies, RequestSettings settings, AuditTrail audit) {
        this.policies = policies;
        this.settings = settings;
        this.audit = audit;
    }

    @GetMapping
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "getAcknowledgePolicy", summary = "The reading that binds us towards the enterprise")
    PolicyView get(Caller caller) {
        return new PolicyView(policies.find(caller.enterprise()).orElse(settings.reading()));
    }

    @PutMapping
    @Transactional
    @Access("OPERATIONS")
    @Operation(operationId = "putAcknowledgePolicy", summary = "Agree on another reading with the enterprise")
    PolicyView put(@RequestBody PolicyView wanted, Caller caller) {
        var before = policies.find(caller.enterprise()).orElse(null);
        policies.save(caller.enterprise(), wanted.reading());
        audit.record(
                caller.enterprise(),
                "acknowledge-policy.changed",
                "enterprise",
                caller.enterprise(),
                before,
                wanted.reading());
        return wanted;
    }
}
