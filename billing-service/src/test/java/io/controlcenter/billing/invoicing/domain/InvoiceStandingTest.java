package io.controlcenter.billing.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** States of an invoice and of its lines, transition by transition. */
class InvoiceStandingTest {

    private static InvoiceStanding standing(String due, InvoiceState state) {
        return new InvoiceStanding(
                1,
                "INV-2026-000001",
                "ENT-1",
                "A-1",
                LocalDate.parse("2026-07-01"),
                LocalDate.parse("2026-07-31"),
                "USD",
                new BigDecimal(due),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                state,
                false,
                1);
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 0, 0, 0, ISSUED, 100.00, 100.00",
        "100.00, 40, 0, 0, PARTIALLY_PAID, 60.00, 60.00",
        "100.00, 0, 40, 0, PARTIALLY_PAID, 60.00, 60.00",
        "100.00, 60, 40, 0, SETTLED, 0.00, 0",
        "100.00, 100, 0, 0, SETTLED, 0.00, 0",
        "100.00, 0, 0, 30, ISSUED, 100.00, 70.00",
        "100.00, 70, 0, 30, PARTIALLY_PAID, 30.00, 0.00",
        "100.00, 100, 0, 30, PARTIALLY_PAID, 0.00, 0",
        "-50.00, 0, 0, 0, ISSUED, -50.00, 0",
        "-50.00, -50, 0, 0, SETTLED, 0.00, 0",
        "-50.00, -20, 0, 0, PARTIALLY_PAID, -30.00, 0",
        "0.00, 0, 0, 0, SETTLED, 0.00, 0"
    })
    void what_is_paid_credited_and_disputed_makes_the_state(
            String due,
            BigDecimal paid,
            BigDecimal credited,
            BigDecimal disputed,
            InvoiceState state,
            BigDecimal open,
            BigDecimal dueNow) {
        var standing = standing(due, InvoiceState.ISSUED)
                .withPaid(paid)
                .withCredited(credited)
                .withDisputed(disputed);
        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.open()).isEqualByComparingTo(open);
        assertThat(standing.undisputedOpen()).isEqualByComparingTo(dueNow);
    }

    @Test
    void a_reversed_payment_opens_it_again() {
        var settled = standing("100.00", InvoiceState.ISSUED).withPaid(new BigDecimal("100"));
        assertThat(settled.withPaid(new BigDecimal("10")).state()).isEqualTo(InvoiceState.PARTIALLY_PAID);
        assertThat(settled.withPaid(BigDecimal.ZERO).state()).isEqualTo(InvoiceState.ISSUED);
    }

    @Test
    void past_due_is_only_what_is_undisputed_and_ends_with_it() {
        var late = standing("100.00", InvoiceState.ISSUED).withPastDue(true);
        assertThat(late.pastDue()).isTrue();
        assertThat(late.withDisputed(new BigDecimal("100")).pastDue()).isFalse();
        assertThat(late.withPaid(new BigDecimal("99.99")).pastDue()).isTrue();
        assertThat(late.withPaid(new BigDecimal("100")).pastDue()).isFalse();
        assertThat(late.withPastDue(false).pastDue()).isFalse();
        assertThat(standing("-1", InvoiceState.ISSUED).withPastDue(true).pastDue())
                .isFalse();
    }

    @Test
    void only_an_untouched_invoice_is_withdrawn() {
        var issued = standing("100.00", InvoiceState.ISSUED);
        assertThat(issued.withdraw()).isInstanceOfSatisfying(InvoiceStanding.Withdrawal.Withdrawn.class, withdrawn -> {
            assertThat(withdrawn.standing().state()).isEqualTo(InvoiceState.WITHDRAWN);
            assertThat(withdrawn.standing().open()).isZero();
            assertThat(withdrawn.standing().credited()).isEqualByComparingTo("100");
        });
        assertThat(issued.withPaid(BigDecimal.ONE).withdraw()).isInstanceOf(InvoiceStanding.Withdrawal.Refused.class);
        assertThat(issued.withPaid(new BigDecimal("100")).withdraw())
                .isInstanceOf(InvoiceStanding.Withdrawal.Refused.class);
        assertThat(issued.withDisputed(BigDecimal.ONE).withdraw())
                .isEqualTo(new InvoiceStanding.Withdrawal.Refused(InvoiceState.ISSUED, true));
    }

    @ParameterizedTest
    @EnumSource(
            value = InvoiceState.class,
            names = {"ON_HOLD", "WITHDRAWN"})
    void nothing_is_owed_of_a_held_or_withdrawn_one(InvoiceState state) {
        var standing = standing("100.00", state);
        assertThatThrownBy(() -> standing.withPaid(BigDecimal.ONE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> standing.withCredited(BigDecimal.ONE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> standing.withDisputed(BigDecimal.ONE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> standing.withPastDue(true)).isInstanceOf(IllegalStateException.class);
        assertThat(standing.withdraw()).isInstanceOf(InvoiceStanding.Withdrawal.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(LineState.class)
    void a_line_moves_as_in_mef_141(LineState from) {
        Set<LineState> allowed =
                switch (from) {
                    case GENERATED -> Set.of(LineState.IN_DISPUTE, LineState.SETTLED);
                    case IN_DISPUTE -> Set.of(LineState.CREDIT, LineState.WITHDRAWN, LineState.PAYMENT_DUE);
                    case CREDIT, WITHDRAWN, PAYMENT_DUE -> Set.of(LineState.SETTLED, LineState.IN_DISPUTE);
                    case SETTLED -> Set.of(LineState.IN_DISPUTE);
                };
        for (var to : LineState.values()) {
            assertThat(from.canBecome(to)).as(from + " to " + to).isEqualTo(allowed.contains(to));
        }
        assertThat(LineState.of(from.wire())).isEqualTo(from);
    }

    @Test
    void words_that_are_no_state_are_refused() {
        assertThatThrownBy(() -> InvoiceState.of("new")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LineState.of("open")).isInstanceOf(IllegalArgumentException.class);
    }
}
