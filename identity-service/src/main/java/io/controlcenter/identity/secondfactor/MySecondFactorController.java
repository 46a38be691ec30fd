package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own second factor. */
@RestController
@RequestMapping(path = "/api/v{version}/me/second-factor", version = "1")
@Tag(name = "Me")
class MySecondFactorController {

    /** Where it stands. */
    enum State {
        OFF,
        BEING_SET_UP,
        ON
    }

    @Schema(name = "SecondFactor")
    record FactorView(
            State state,

            @Schema(description = "Since when it is on") @Nullable
            Instant enabledAt,

            int recoveryCodesLeft,

            @Schema(description = "Enterprises that require one, and PROVIDER for provider staff")
            List<String> requiredBy) {}

    @Schema(name = "SecondFactorEnrolment")
    record EnrolmentView(
            @Schema(description = "Base32, for those who cannot scan")
            String secret,

            @Schema(description = "What a QR code shows to an authenticator app")
            String otpauthUri) {}

    record Code(
            @Schema(description = "Six digits of the authenticator app; where it is lost, a recovery code")
            @NotBlank
            @Size(max = 64)
            String code) {}

    @Schema(name = "RecoveryCodes")
    record CodesView(
            @Schema(description = "Said once; each works once")
            List<String> recoveryCodes) {}

    private final SecondFactors factors;
    private final Everywhere everywhere;

    MySecondFactorController(SecondFactors factors, Everywhere everywhere) {
        this.factors = factors;
        this.everywhere = everywhere;
    }

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "getMySecondFactor", summary = "Whether I have a second factor, and who requires one")
    FactorView get(Caller caller) {
        var userId = SecondFactorProblems.person(caller);
        var status = everywhere.call(() -> factors.status(userId));
        var state = status.isOn() ? State.ON : status.beingSetUp() ? State.BEING_SET_UP : State.OFF;
        return new FactorView(state, status.since(), status.recoveryCodesLeft(), status.requiredBy());
    }

    @PostMapping("/enrolment")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "enrolMySecondFactor",
            summary = "Begin to set an authenticator app up; the answer is the same until it is confirmed")
    ResponseEntity<EnrolmentView> enrol(Caller caller) {
        var userId = SecondFactorProblems.person(caller);
        var enrolment = everywhere
                .call(() -> factors.enrol(userId))
                .orElseThrow(() -> Problem.conflict("second-factor-on", "Turn the present one off first."));
        return ResponseEntity.status(HttpStatus.CREATED).body(new EnrolmentView(enrolment.secret(), enrolment.uri()));
    }

    @PostMapping("/confirm")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "confirmMySecondFactor",
            summary = "Turn it on by a first code of the app; the answer has the recovery codes, once")
    CodesView confirm(@RequestBody Code wanted, Caller caller, HttpServletRequest request) {
        var userId = SecondFactorProblems.person(caller);
        var address = request.getRemoteAddr();
        return proved(
                () -> factors.confirm(userId, wanted.code(), address),
                () -> new CodesView(factors.renewCodes(userId, true, address)));
    }

    @PostMapping("/recovery-codes")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "renewMyRecoveryCodes",
            summary = "Get new recovery codes for a code of the app; the ones before stop working")
    CodesView renew(@RequestBody Code wanted, Caller caller, HttpServletRequest request) {
        var userId = SecondFactorProblems.person(caller);
        var address = request.getRemoteAddr();
        return proved(
                () -> factors.prove(userId, wanted.code(), address),
                () -> new CodesView(factors.renewCodes(userId, false, address)));
    }

    @PostMapping("/disable")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "disableMySecondFactor",
            summary = "Turn it off by a last code, unless an enterprise requires one")
    ResponseEntity<Void> disable(@RequestBody Code wanted, Caller caller, HttpServletRequest request) {
        var userId = SecondFactorProblems.person(caller);
        var address = request.getRemoteAddr();
        requireOptional(
                everywhere.call(() -> factors.status(userId).requiredBy().isEmpty()));
        requireOptional(
                proved(() -> factors.prove(userId, wanted.code(), address), () -> factors.disable(userId, address)));
        return ResponseEntity.noContent().build();
    }

    private static void requireOptional(boolean optional) {
        if (!optional) {
            throw Problem.conflict("second-factor-required", "An enterprise that you work for requires one.");
        }
    }

    /** A wrong code is counted, so the transaction in which it was wrong ends well; what is asked for comes after. */
    private <T> T proved(Supplier<Proof> proof, Supplier<T> then) {
        SecondFactorProblems.require(everywhere.call(proof));
        return everywhere.call(then);
    }
}
