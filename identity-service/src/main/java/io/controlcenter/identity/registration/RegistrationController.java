package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.identity.users.web.Callers;
import io.controlcenter.identity.users.web.GrantInput;
import io.controlcenter.identity.users.web.GrantInputs;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking for access without being invited, and deciding on it (handbook S70 to S72). */
@RestController
@RequestMapping(path = "/api/v{version}/registrations", version = "1")
@Tag(name = "Registrations")
class RegistrationController {

    /** The same for everybody, whatever came of it. */
    @Schema(name = "RegistrationReceived")
    record Received(String message) {}

    record Approval(
            @Schema(description = "Instead of the one that was asked for, should that be taken")
            @Nullable
            @Size(max = 100)
            @Pattern(regexp = NewRegistration.USERNAME, message = "has letters, digits and . _ @ + - only")
            String username,

            @NotNull @Valid GrantInput membership) {}

    record Rejection(
            @Schema(description = "The applicant reads it") @NotBlank @Size(max = 500)
            String reason) {}

    private final Submitting submitting;
    private final RegistrationLimit limit;
    private final Deciding deciding;
    private final GrantInputs inputs;

    RegistrationController(Submitting submitting, RegistrationLimit limit, Deciding deciding, GrantInputs inputs) {
        this.submitting = submitting;
        this.limit = limit;
        this.deciding = deciding;
        this.inputs = inputs;
    }

    @PostMapping
    @Access(reach = Reach.PUBLIC)
    @Operation(
            operationId = "register",
            summary =
                    "Ask for access to an enterprise by an account and one of its invoices; a mail with a link follows")
    ResponseEntity<Received> register(@RequestBody NewRegistration wanted, HttpServletRequest request) {
        limit.take(request.getRemoteAddr());
        submitting.submit(wanted.toRequest());
        return ResponseEntity.accepted()
                .body(new Received(
                        "If account and invoice belong together, a mail is on its way. Follow its link within "
                                + "three days; then an administrator of the enterprise decides."));
    }

    @GetMapping
    @Access({"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"})
    @Operation(operationId = "listRegistrations", summary = "Who asked for access to the enterprise, newest first")
    @Parameter(name = "state", description = "PENDING_EMAIL, PENDING_APPROVAL, APPROVED, REJECTED or EXPIRED")
    @Parameter(name = "email", description = "Only of this address")
    ResponseEntity<Page<RegistrationView>> list(ListRequest request, Caller caller) {
        return deciding.list(caller.enterprise(), request)
                .map(RegistrationView::of)
                .toResponse();
    }

    @GetMapping("/{registrationId}")
    @Access({"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"})
    @Operation(operationId = "getRegistration", summary = "One registration")
    ResponseEntity<RegistrationView> get(@PathVariable String registrationId, Caller caller) {
        return answer(deciding.require(caller.enterprise(), registrationId));
    }

    @PostMapping("/{registrationId}/approve")
    @Access({"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"})
    @Operation(
            operationId = "approveRegistration",
            summary = "Make the applicant a user with these rights; the invitation follows by mail")
    ResponseEntity<RegistrationView> approve(
            @PathVariable String registrationId, @RequestBody Approval approval, IfMatch ifMatch, Caller caller) {
        var target = target(registrationId, ifMatch, caller);
        var wanted = inputs.wanted(approval.membership(), caller.enterprise(), "/membership");
        return answer(deciding.approve(target, approval.username(), wanted, Callers.granter(caller)));
    }

    @PostMapping("/{registrationId}/reject")
    @Access({"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"})
    @Operation(operationId = "rejectRegistration", summary = "Refuse the applicant, who is told why")
    ResponseEntity<RegistrationView> reject(
            @PathVariable String registrationId, @RequestBody Rejection rejection, IfMatch ifMatch, Caller caller) {
        return answer(deciding.reject(target(registrationId, ifMatch, caller), rejection.reason()));
    }

    private static Deciding.Target target(String registrationId, IfMatch ifMatch, Caller caller) {
        return new Deciding.Target(caller.enterprise(), registrationId, ifMatch::require, caller.name());
    }

    private static ResponseEntity<RegistrationView> answer(Registration registration) {
        return ResponseEntity.ok().eTag(IfMatch.tag(registration.version())).body(RegistrationView.of(registration));
    }
}
