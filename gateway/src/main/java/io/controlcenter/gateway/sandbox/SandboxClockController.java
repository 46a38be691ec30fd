package io.controlcenter.gateway.sandbox;

import io.controlcenter.platform.clock.BusinessClock;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time machine of a sandbox; elsewhere it does not exist. */
@RestController
@RequestMapping(path = "/api/v1/sandbox/clock", produces = "application/json")
@ConditionalOnProperty("controlcenter.sandbox")
@Tag(name = "Sandbox")
class SandboxClockController {

    /** Exactly one of the two. */
    record AdvanceClock(
            @Schema(
                    description = "ISO 8601 period or duration; days, months and years by the calendar in UTC",
                    example = "P1M")
            @Nullable
            String by,

            @Schema(description = "Or the instant to move to", example = "2027-01-01T00:00:00Z") @Nullable
            Instant to) {}

    @Schema(name = "SandboxClock")
    record ClockView(
            @Schema(example = "2026-12-25T09:00:00Z") Instant now,

            @Schema(description = "How far the platform runs ahead of real time", example = "PT720H")
            String offset,

            @Schema(description = "After a move: services that have not followed yet") @Nullable
            List<String> laggards,

            @Schema(description = "After a move: services that do not answer; they follow when they are back") @Nullable
            List<String> unreachable) {}

    private final BusinessClock clock;
    private final ClockTravel travel;

    SandboxClockController(BusinessClock clock, ClockTravel travel) {
        this.clock = clock;
        this.travel = travel;
    }

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "getSandboxClock", summary = "What time it is for the platform")
    ClockView get() {
        return new ClockView(clock.instant(), clock.offset().toString(), null, null);
    }

    @PostMapping(path = "/advance", consumes = "application/json")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "advanceSandboxClock",
            summary = "Move the whole platform forward in time",
            description = "Answers when every service that can be reached has followed, at most after half a minute."
                    + " Whatever falls due by then is done like in real time. There is no way back.")
    @ApiResponse(responseCode = "200", description = "All have followed")
    @ApiResponse(responseCode = "202", description = "Moved, but some have not followed yet: see laggards")
    ResponseEntity<ClockView> advance(@RequestBody AdvanceClock wish) throws InterruptedException {
        return switch (travel.move(destination(wish))) {
            case ClockTravel.Outcome.Moved moved -> answer(moved);
            case ClockTravel.Outcome.Refused refused -> throw problem(refused.why(), wish);
        };
    }

    private static ResponseEntity<ClockView> answer(ClockTravel.Outcome.Moved moved) {
        var status = moved.laggards().isEmpty() ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status)
                .body(new ClockView(moved.now(), moved.offset().toString(), moved.laggards(), moved.absent()));
    }

    private static UnaryOperator<Instant> destination(AdvanceClock wish) {
        if (wish.to() != null && wish.by() == null) {
            var to = wish.to();
            return _ -> to;
        }
        if (wish.by() == null || wish.to() != null) {
            throw Problem.unprocessable(new Violation("", Violation.INVALID_VALUE, "Give exactly one of by and to."));
        }
        try {
            return Leap.parse(wish.by())::from;
        } catch (DateTimeParseException _) {
            throw Problem.unprocessable(new Violation(
                    "/by",
                    Violation.INVALID_FORMAT,
                    "This must be an ISO 8601 period or duration such as P1M or PT8H."));
        }
    }

    private static Problem problem(ClockTravel.Refusal why, AdvanceClock wish) {
        var pointer = wish.by() == null ? "/to" : "/by";
        return Problem.unprocessable(
                switch (why) {
                    case NOT_FORWARD ->
                        new Violation(pointer, Violation.INVALID_VALUE, "The clock moves forward only.");
                    case TOO_FAR ->
                        new Violation(
                                pointer,
                                Violation.INVALID_VALUE,
                                "A sandbox may be at most %d days ahead.".formatted(days(ClockTravel.FARTHEST)));
                });
    }

    private static long days(Duration duration) {
        return duration.toDays();
    }
}
