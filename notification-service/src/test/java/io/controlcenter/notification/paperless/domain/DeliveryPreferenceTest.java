package io.controlcenter.notification.paperless.domain;

import static io.controlcenter.notification.paperless.domain.DeliveryState.ELIGIBLE;
import static io.controlcenter.notification.paperless.domain.DeliveryState.ENROLLED;
import static io.controlcenter.notification.paperless.domain.DeliveryState.ENROLLMENT_PENDING;
import static io.controlcenter.notification.paperless.domain.DeliveryState.INELIGIBLE;
import static io.controlcenter.notification.paperless.domain.DeliveryState.UNENROLLMENT_PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every transition of domain b.6 and every refusal. */
class DeliveryPreferenceTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final LocalDate CYCLE = LocalDate.of(2026, 6, 15);
    private static final Authorization AGREED = new Authorization("Ada Buyer", "I agree to paperless bills.");

    private static DeliveryPreference in(DeliveryState state) {
        var pending = state == ENROLLMENT_PENDING || state == UNENROLLMENT_PENDING;
        return new DeliveryPreference("A-1", "E-1", state, Delivery.PAPER, NOW, pending ? CYCLE : null, "ada", null, 7);
    }

    private static DeliveryState state(Outcome outcome) {
        return ((Outcome.Done) outcome).preference().state();
    }

    @Test
    void a_new_account_is_paperless_unless_paper_was_asked_for() {
        assertThat(DeliveryPreference.ofNew("A-1", "E-1", null, NOW).state()).isEqualTo(ENROLLED);
        assertThat(DeliveryPreference.ofNew("A-1", "E-1", Delivery.PAPERLESS, NOW)
                        .state())
                .isEqualTo(ENROLLED);
        assertThat(DeliveryPreference.ofNew("A-1", "E-1", Delivery.PAPER, NOW).state())
                .isEqualTo(ELIGIBLE);
    }

    @Test
    void enrolling_waits_for_the_next_cycle() {
        var pending = in(ELIGIBLE).enrol("ada", AGREED, NOW, CYCLE);
        assertThat(state(pending)).isEqualTo(ENROLLMENT_PENDING);
        var preference = ((Outcome.Done) pending).preference();
        assertThat(preference.delivery()).isEqualTo(Delivery.PAPER);
        assertThat(preference.onCycle(CYCLE.minusDays(1), NOW)).isSameAs(preference);
        var enrolled = preference.onCycle(CYCLE, NOW);
        assertThat(enrolled.state()).isEqualTo(ENROLLED);
        assertThat(enrolled.effectiveOn()).isNull();
        assertThat(enrolled.authorization()).isEqualTo(AGREED);
    }

    @Test
    void enrolling_needs_somebodys_word() {
        assertThat(in(ELIGIBLE).enrol("ada", null, NOW, CYCLE))
                .isEqualTo(new Outcome.Refused(new Refusal.AuthorizationMissing()));
    }

    @Test
    void returning_to_paper_waits_for_the_next_cycle() {
        var pending = in(ENROLLED).returnToPaper(Delivery.PAPER, "ada", NOW, CYCLE);
        assertThat(state(pending)).isEqualTo(UNENROLLMENT_PENDING);
        var preference = ((Outcome.Done) pending).preference();
        assertThat(preference.delivery()).isEqualTo(Delivery.PAPERLESS);
        assertThat(preference.onCycle(CYCLE.plusDays(3), NOW).state()).isEqualTo(ELIGIBLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENROLLED", "ENROLLMENT_PENDING"})
    void enrolling_twice_changes_nothing(DeliveryState state) {
        var before = in(state);
        assertThat(before.enrol("ada", AGREED, NOW, CYCLE)).isEqualTo(new Outcome.Done(before));
    }

    @ParameterizedTest
    @EnumSource(names = {"ELIGIBLE", "UNENROLLMENT_PENDING"})
    void returning_twice_changes_nothing(DeliveryState state) {
        var before = in(state);
        assertThat(before.returnToPaper(Delivery.PAPER, "ada", NOW, CYCLE)).isEqualTo(new Outcome.Done(before));
    }

    @Test
    void one_change_at_a_time() {
        assertThat(in(UNENROLLMENT_PENDING).enrol("ada", AGREED, NOW, CYCLE))
                .isEqualTo(new Outcome.Refused(new Refusal.ChangePending(UNENROLLMENT_PENDING, CYCLE)));
        assertThat(in(ENROLLMENT_PENDING).returnToPaper(Delivery.PAPER, "ada", NOW, CYCLE))
                .isEqualTo(new Outcome.Refused(new Refusal.ChangePending(ENROLLMENT_PENDING, CYCLE)));
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_account_takes_no_change(DeliveryState state) {
        var closed = in(state).closed(NOW);
        assertThat(closed.state()).isEqualTo(INELIGIBLE);
        var refused = new Outcome.Refused(new Refusal.Ineligible());
        assertThat(closed.enrol("ada", AGREED, NOW, CYCLE)).isEqualTo(refused);
        assertThat(closed.returnToPaper(Delivery.PAPER, "ada", NOW, CYCLE)).isEqualTo(refused);
        assertThat(closed.onCycle(CYCLE, NOW)).isSameAs(closed);
        assertThat(closed.heard(Delivery.PAPERLESS, NOW)).isSameAs(closed);
    }

    @ParameterizedTest
    @CsvSource({
        "ENROLLED, PAPER, ELIGIBLE",
        "ENROLLED, INVOICE_SUMMARY, ELIGIBLE",
        "ELIGIBLE, INVOICE_SUMMARY, ELIGIBLE",
        "ENROLLED, PAPERLESS, ENROLLED",
        "ELIGIBLE, PAPERLESS, ENROLLED",
        "ENROLLMENT_PENDING, PAPER, ENROLLMENT_PENDING",
        "ENROLLMENT_PENDING, PAPERLESS, ENROLLED",
        "UNENROLLMENT_PENDING, PAPERLESS, UNENROLLMENT_PENDING",
        "UNENROLLMENT_PENDING, PAPER, ELIGIBLE"
    })
    void what_billing_says_applies(DeliveryState before, Delivery said, DeliveryState after) {
        assertThat(in(before).heard(said, NOW).state()).isEqualTo(after);
        assertThat(in(before).heard(said, NOW).delivery()).isEqualTo(said);
    }

    @Test
    void what_is_printed_changes_while_an_account_is_on_paper_and_is_kept_while_it_is_not() {
        var summary = in(ELIGIBLE).returnToPaper(Delivery.INVOICE_SUMMARY, "ada", NOW, CYCLE);
        var preference = ((Outcome.Done) summary).preference();
        assertThat(preference.state()).isEqualTo(ELIGIBLE);
        assertThat(preference.delivery()).isEqualTo(Delivery.INVOICE_SUMMARY);
        assertThat(preference.version()).isEqualTo(8);
        var coming = in(ENROLLED).returnToPaper(Delivery.INVOICE_SUMMARY, "ada", NOW, CYCLE);
        var pending = ((Outcome.Done) coming).preference();
        assertThat(pending.delivery()).isEqualTo(Delivery.PAPERLESS);
        assertThat(pending.onCycle(CYCLE, NOW).delivery()).isEqualTo(Delivery.INVOICE_SUMMARY);
        assertThat(DeliveryPreference.ofNew("A-1", "E-1", Delivery.INVOICE_SUMMARY, NOW)
                        .delivery())
                .isEqualTo(Delivery.INVOICE_SUMMARY);
    }

    @ParameterizedTest
    @CsvSource({
        "15, 2026-06-01, 2026-06-15",
        "15, 2026-06-15, 2026-07-15",
        "31, 2026-02-01, 2026-02-28",
        "31, 2026-02-28, 2026-03-31",
        "1, 2026-12-31, 2027-01-01"
    })
    void a_cycle_has_a_next_day(int day, LocalDate after, LocalDate next) {
        assertThat(new Cycle(day).next(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource
    void states_have_names_on_the_wire(DeliveryState state) {
        assertThat(DeliveryState.of(state.wire())).isEqualTo(state);
    }
}
