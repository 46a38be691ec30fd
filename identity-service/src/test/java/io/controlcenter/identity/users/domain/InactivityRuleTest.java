package io.controlcenter.identity.users.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.users.domain.Inactivity.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six months without sign-in, then six more (domain b.1), with a warning before each. */
class InactivityRuleTest {

    private static final InactivityRule RULE =
            new InactivityRule(Period.ofMonths(6), Period.ofMonths(6), Period.ofDays(14));
    private static final Instant START = Instant.parse("2026-01-15T09:00:00Z");

    private static UserSnapshot user(UserStatus status, List<String> roles, Inactivity inactivity) {
        var profile = new Profile("ada@acme.example", "Ada", "Buyer", null, "America/Chicago");
        return new UserSnapshot("u-1", "ada", profile, status, roles, null, true, START, START, inactivity, 1);
    }

    private static InactivityRule.Step next(UserStatus status, Inactivity inactivity) {
        return RULE.next(user(status, List.of(), inactivity)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // last sign-in, deactivated on, warned from
        "2026-01-15T09:00:00Z, 2026-07-15T09:00:00Z, 2026-07-01T09:00:00Z",
        "2026-08-31T23:00:00Z, 2027-02-28T23:00:00Z, 2027-02-14T23:00:00Z",
        "2027-08-31T00:00:00Z, 2028-02-29T00:00:00Z, 2028-02-15T00:00:00Z"
    })
    void an_active_user_becomes_inactive_six_months_after_the_last_sign_in(Instant last, Instant on, Instant warnOn) {
        var step = next(UserStatus.ACTIVE, Inactivity.from(last));
        assertThat(step.effect()).isEqualTo(Effect.DEACTIVATION);
        assertThat(step.on()).isEqualTo(on);
        assertThat(step.warnOn()).isEqualTo(warnOn);
        assertThat(step.isDue(on.minusMillis(1))).isFalse();
        assertThat(step.isDue(on)).isTrue();
        assertThat(step.isWarningDue(warnOn.minusMillis(1))).isFalse();
        assertThat(step.isWarningDue(warnOn)).isTrue();
        assertThat(step.isWarningDue(on))
                .as("together with the effect it is none")
                .isFalse();
    }

    @Test
    void an_inactive_user_is_deleted_twelve_months_after_the_last_sign_in() {
        var inactive = new Inactivity(START, Instant.parse("2026-07-15T09:00:00Z"), null);
        assertThat(next(UserStatus.INACTIVE, inactive).on()).isEqualTo("2027-01-15T09:00:00Z");
        assertThat(next(UserStatus.INACTIVE, inactive).effect()).isEqualTo(Effect.DELETION);
    }

    @Test
    void whoever_is_deactivated_by_hand_keeps_both_periods() {
        var early = new Inactivity(START, START.plus(Duration.ofDays(1)), null);
        assertThat(next(UserStatus.INACTIVE, early).on())
                .as("twelve months without sign-in")
                .isEqualTo("2027-01-15T09:00:00Z");
        var late = new Inactivity(START, Instant.parse("2026-12-01T00:00:00Z"), null);
        assertThat(next(UserStatus.INACTIVE, late).on())
                .as("six months of being inactive")
                .isEqualTo("2027-06-01T00:00:00Z");
    }

    @Test
    void a_warning_is_given_once_for_each_effect() {
        var warned = new Inactivity(START, null, Effect.DEACTIVATION);
        assertThat(next(UserStatus.ACTIVE, warned).isWarningDue(Instant.parse("2026-07-02T00:00:00Z")))
                .isFalse();
        assertThat(next(UserStatus.ACTIVE, warned).lookAgainAt()).isEqualTo("2026-07-15T09:00:00Z");
        var ended = User.of(user(UserStatus.ACTIVE, List.of(), warned));
        ended.deactivate(Instant.parse("2026-07-15T09:00:00Z"));
        assertThat(ended.snapshot().inactivity().warnedOf())
                .as("the next effect is warned of anew")
                .isNull();
    }

    @Test
    void the_invited_the_deleted_and_staff_are_left_alone() {
        assertThat(RULE.next(user(UserStatus.INVITED, List.of(), Inactivity.from(START))))
                .isEmpty();
        assertThat(RULE.next(user(UserStatus.DELETED, List.of(), Inactivity.from(START))))
                .isEmpty();
        assertThat(RULE.next(user(UserStatus.ACTIVE, List.of("OPERATIONS"), Inactivity.from(START))))
                .isEmpty();
    }

    @Test
    void sign_in_and_reactivation_set_the_clock_back() {
        var later = START.plus(Duration.ofDays(300));
        var active = User.of(user(UserStatus.ACTIVE, List.of(), new Inactivity(START, null, Effect.DEACTIVATION)));
        active.signIn(later);
        assertThat(active.snapshot().inactivity()).isEqualTo(Inactivity.from(later));
        var inactive = User.of(user(UserStatus.INACTIVE, List.of(), new Inactivity(START, START, Effect.DELETION)));
        inactive.reactivate(later);
        assertThat(inactive.snapshot().inactivity()).isEqualTo(Inactivity.from(later));
        assertThat(RULE.next(inactive.snapshot()).orElseThrow().effect()).isEqualTo(Effect.DEACTIVATION);
    }

    @Property
    void nobody_is_deleted_before_a_year_without_sign_in_nor_before_half_a_year_of_being_inactive(
            @ForAll @IntRange(max = 2000) int signedIn, @ForAll @IntRange(max = 2000) int inactiveAfter) {
        var unused = START.plus(Duration.ofDays(signedIn));
        var inactive = unused.plus(Duration.ofDays(inactiveAfter));
        var on = next(UserStatus.INACTIVE, new Inactivity(unused, inactive, null))
                .on();
        assertThat(Duration.between(unused, on)).isGreaterThanOrEqualTo(Duration.ofDays(362));
        assertThat(Duration.between(inactive, on)).isGreaterThanOrEqualTo(Duration.ofDays(181));
    }
}
