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
    private static final Instant LATE = NOW.plus(Duration.ofHours(72));

    private static Registration in(RegistrationState state) {
        var applicant = new Applicant("nell", "nell@acme.example", "Nell", "Newcomer", null, "America/Chicago");
        return new Registration("r-1", "ENT-1", "A-1", applicant, state, NOW, LATE, null, null, 3);
    }

    private static Arguments row(
            RegistrationState from, String step, Function<Registration, Outcome> take, RegistrationState to) {
        return Arguments.of(from, step, take, to);
    }

    private static final Function<Registration, Outcome> VERIFY = r -> r.verify(LATE.minusMillis(1));
    private static final Function<Registration, Outcome> VERIFY_LATE = r -> r.verify(LATE);
    private static final Function<Registration, Outcome> APPROVE = r -> r.approve("Ada", NOW, "u-1");
    private static final Function<Registration, Outcome> REJECT = r -> r.reject("Ada", NOW, "No.");
    private static final Function<Registration, Outcome> EXPIRE = r -> r.expire(LATE);

    static Stream<Arguments> taken() {
        return Stream.of(
                row(PENDING_EMAIL, "verify", VERIFY, PENDING_APPROVAL),
                row(PENDING_EMAIL, "expire", EXPIRE, EXPIRED),
                row(PENDING_APPROVAL, "verify again", VERIFY, PENDING_APPROVAL),
                row(PENDING_APPROVAL, "approve", APPROVE, APPROVED),
                row(PENDING_APPROVAL, "reject", REJECT, REJECTED),
                row(EXPIRED, "expire again", EXPIRE, EXPIRED));
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
                row(PENDING_EMAIL, "verify too late", VERIFY_LATE, EXPIRED),
                row(PENDING_EMAIL, "expire too early", r -> r.expire(NOW), PENDING_EMAIL),
                row(PENDING_EMAIL, "approve", APPROVE, PENDING_EMAIL),
                row(PENDING_EMAIL, "reject", REJECT, PENDING_EMAIL),
                row(PENDING_APPROVAL, "expire", EXPIRE, PENDING_APPROVAL),
                row(APPROVED, "verify", VERIFY, APPROVED),
                row(APPROVED, "approve", APPROVE, APPROVED),
                row(APPROVED, "reject", REJECT, APPROVED),
                row(APPROVED, "expire", EXPIRE, APPROVED),
                row(REJECTED, "verify", VERIFY, REJECTED),
                row(REJECTED, "approve", APPROVE, REJECTED),
                row(REJECTED, "reject", REJECT, REJECTED),
                row(REJECTED, "expire", EXPIRE, REJECTED),
                row(EXPIRED, "verify", VERIFY, EXPIRED),
                row(EXPIRED, "approve", APPROVE, EXPIRED),
                row(EXPIRED, "reject", REJECT, EXPIRED));
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @MethodSource("refused")
    void it_does_not(
            RegistrationState from, String step, Function<Registration, Outcome> take, RegistrationState because) {
        assertThat(take.apply(in(from))).as(step).isEqualTo(new Outcome.Refused(because));
    }
}
