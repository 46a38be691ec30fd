package io.controlcenter.identity.registration.domain;

import static io.controlcenter.identity.registration.domain.RegistrationState.APPROVED;
import static io.controlcenter.identity.registration.domain.RegistrationState.EXPIRED;
import static io.controlcenter.identity.registration.domain.RegistrationState.PENDING_APPROVAL;
import static io.controlcenter.identity.registration.domain.RegistrationState.PENDING_EMAIL;
import static io.controlcenter.identity.registration.domain.RegistrationState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.registration.domain.Registration.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of a registration in every state (domain b.1). */
class RegistrationTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final Instant LATE = NOW.plus(Duration.ofDays(3));

    private static Registration in(RegistrationState state) {
        var applicant = new Applicant("nell", "nell@acme.example", "Nell", "Newcomer", null, "America/Chicago");
        return new Registration("r-1", "ENT-1", "A-1", applicant, state, NOW, LATE, null, null, 3);
    }

    private static Arguments row(
            RegistrationState from, String step, Function<Registration, Outcome> take, RegistrationState to) {
        return Arguments.of(from, step, take, to);
    }

    private static Outcome verify(Registration registration) {
        return registration.verify(LATE.minusMillis(1));
    }

    private static Outcome verifyLate(Registration registration) {
        return registration.verify(LATE);
    }

    private static Outcome approve(Registration registration) {
        return registration.approve("Ada", NOW, "u-1");
    }

    private static Outcome reject(Registration registration) {
        return registration.reject("Ada", NOW, "No.");
    }

    private static Outcome expire(Registration registration) {
        return registration.expire(LATE);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                row(PENDING_EMAIL, "verify", RegistrationTest::verify, PENDING_APPROVAL),
                row(PENDING_EMAIL, "expire", RegistrationTest::expire, EXPIRED),
                row(PENDING_APPROVAL, "verify again", RegistrationTest::verify, PENDING_APPROVAL),
                row(PENDING_APPROVAL, "approve", RegistrationTest::approve, APPROVED),
                row(PENDING_APPROVAL, "reject", RegistrationTest::reject, REJECTED),
                row(EXPIRED, "expire again", RegistrationTest::expire, EXPIRED));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {3}")
    @MethodSource("taken")
    void it_goes_on(RegistrationState from, String step, Function<Registration, Outcome> take, RegistrationState to) {
        assertThat(take.apply(in(from))).as(step).isInstanceOfSatisfying(Outcome.Taken.class, done -> {
            assertThat(done.registration().state()).isEqualTo(to);
            assertThat(done.registration().version()).isEqualTo(from == to ? 3 : 4);
        });
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row(PENDING_EMAIL, "verify too late", RegistrationTest::verifyLate, EXPIRED),
                row(PENDING_EMAIL, "expire too early", r -> r.expire(NOW), PENDING_EMAIL),
                row(PENDING_EMAIL, "approve", RegistrationTest::approve, PENDING_EMAIL),
                row(PENDING_EMAIL, "reject", RegistrationTest::reject, PENDING_EMAIL),
                row(PENDING_APPROVAL, "expire", RegistrationTest::expire, PENDING_APPROVAL),
                row(APPROVED, "verify", RegistrationTest::verify, APPROVED),
                row(APPROVED, "approve", RegistrationTest::approve, APPROVED),
                row(APPROVED, "reject", RegistrationTest::reject, APPROVED),
                row(APPROVED, "expire", RegistrationTest::expire, APPROVED),
                row(REJECTED, "verify", RegistrationTest::verify, REJECTED),
                row(REJECTED, "approve", RegistrationTest::approve, REJECTED),
                row(REJECTED, "reject", RegistrationTest::reject, REJECTED),
                row(REJECTED, "expire", RegistrationTest::expire, REJECTED),
                row(EXPIRED, "verify", RegistrationTest::verify, EXPIRED),
                row(EXPIRED, "approve", RegistrationTest::approve, EXPIRED),
                row(EXPIRED, "reject", RegistrationTest::reject, EXPIRED));
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @MethodSource("refused")
    void it_does_not(
            RegistrationState from, String step, Function<Registration, Outcome> take, RegistrationState because) {
        assertThat(take.apply(in(from))).as(step).isEqualTo(new Outcome.Refused(because));
    }
}
