package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether everybody who works for an enterprise has to have a second factor. */
@RestController
@RequestMapping(path = "/api/v{version}/enterprises/{enterpriseId}/sign-in-policy", version = "1")
@Tag(name = "Enterprises")
class SignInPolicyController {

    @Schema(name = "SignInPolicy")
    record PolicyBody(@NotNull Boolean secondFactorRequired) {}

    private final SignInPolicies policies;
    private final SecondFactors factors;
    private final Everywhere everywhere;

    SignInPolicyController(SignInPolicies policies, SecondFactors factors, Everywhere everywhere) {
        this.policies = policies;
        this.factors = factors;
        this.everywhere = everywhere;
    }

    @GetMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getSignInPolicy", summary = "What the enterprise asks of those who sign in")
    ResponseEntity<PolicyBody> get(@PathVariable String enterpriseId) {
        return answer(policies.of(enterpriseId));
    }

    @PutMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "putSignInPolicy",
            summary = "Require a second factor, or not any more; who has none is signed out and sets one up at the next"
                    + " sign-in")
    ResponseEntity<PolicyBody> put(
            @PathVariable String enterpriseId, @RequestBody PolicyBody wanted, IfMatch ifMatch, Caller caller) {
        if (wanted.secondFactorRequired()) {
            requireOwn(caller);
        }
        var after = policies.put(enterpriseId, ifMatch::require, wanted.secondFactorRequired());
        if (after.secondFactorRequired()) {
            policies.endSignInsWithout(enterpriseId);
        }
        return answer(after);
    }

    /** Nobody asks of others what they have not tried. */
    private void requireOwn(Caller caller) {
        if (caller.actor() == Caller.Actor.CUSTOMER
                && !everywhere.call(() -> factors.status(caller.subject())).isOn()) {
            throw Problem.conflict("own-second-factor-first", "Set up your own second factor before you require it.");
        }
    }

    private static ResponseEntity<PolicyBody> answer(SignInPolicies.Policy policy) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(policy.version()))
                .body(new PolicyBody(policy.secondFactorRequired()));
    }
}
