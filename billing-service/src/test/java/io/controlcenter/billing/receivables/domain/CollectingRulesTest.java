package io.controlcenter.billing.receivables.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balances, aging, late charges and reminders (domain b.5, rules 5, 7, 12). */
class CollectingRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-10-15");
    private static final Dunning DUNNING = new Dunning(List.of(
            new Dunning.Step(1, 1, "Reminder"), new Dunning.Step(2, 15, "Second"), new Dunning.Step(3, 30, "Final")));

    private static InvoiceStanding invoice(String due, String amount, String disputed) {
        return new InvoiceStanding(
                1,
                "INV-" + due,
                "ENT-1",
                "A-1",
                LocalDate.parse(due).minusDays(30),
                LocalDate.parse(due),
                "USD",
                new BigDecimal(amount),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal(disputed),
                InvoiceState.ISSUED,
                false,
                1);
    }

    @Test
    void what_is_open_ages_by_days_after_its_due_date() {
        var invoices = List.of(
                invoice("2026-10-15", "1", "0"),
                invoice("2026-10-14", "2", "0"),
                invoice("2026-09-15", "4", "0"),
                invoice("2026-09-14", "8", "0"),
                invoice("2026-08-16", "16", "0"),
                invoice("2026-08-15", "32", "0"),
                invoice("2026-07-17", "64", "0"),
                invoice("2026-07-16", "128", "0"));
        var aging =
                Balance.of(invoices, BigDecimal.ZERO, BigDecimal.ZERO, TODAY).aging();
        assertThat(aging)
                .isEqualTo(new Balance.Aging(
                        new BigDecimal("1"),
                        new BigDecimal("6"),
                        new BigDecimal("24"),
                        new BigDecimal("96"),
                        new BigDecimal("128")));
    }

    @Test
    void what_is_in_dispute_is_owed_but_not_due() {
        var balance = Balance.of(
                List.of(invoice("2026-09-01", "100.00", "30.00"), invoice("2026-11-01", "50.00", "0")),
                new BigDecimal("20.00"),
                new BigDecimal("7.00"),
                TODAY);
        assertThat(balance.balance()).isEqualByComparingTo("137.00");
        assertThat(balance.dueNow()).isEqualByComparingTo("100.00");
        assertThat(balance.disputed()).isEqualByComparingTo("30.00");
        assertThat(balance.pastDue()).isEqualByComparingTo("70.00");
    }

    @Test
    void more_credit_than_debt_is_a_negative_balance_of_which_nothing_is_due() {
        var balance = Balance.of(
                List.of(invoice("2026-09-01", "100.00", "0")), new BigDecimal("150.00"), BigDecimal.ZERO, TODAY);
        assertThat(balance.balance()).isEqualByComparingTo("-50.00");
        assertThat(balance.dueNow()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "1000.00, 1000.00, 0, 15.00",
        "700.00, 1000.00, 0, 10.50",
        "333.33, 1000.00, 0, 5.00",
        "0.00, 1000.00, 0, 0.00",
        "1000.00, 1000.00, 175.00, 5.00",
        "1000.00, 1000.00, 180.00, 0.00",
    })
    void a_late_charge_is_a_share_of_what_is_undisputed_within_its_cap(
            BigDecimal undisputed, BigDecimal invoice, BigDecimal charged, BigDecimal charge) {
        var rule = new LateCharges(new BigDecimal("0.015"), new BigDecimal("0.18"));
        assertThat(rule.of(undisputed, invoice, charged, 2)).isEqualTo(charge);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-31, 2026-07-31, 0",
        "2026-07-31, 2026-08-30, 0",
        "2026-07-31, 2026-08-31, 1",
        "2026-01-31, 2026-02-27, 0",
        "2026-01-31, 2026-02-28, 1",
        "2026-01-31, 2026-03-30, 1",
        "2026-01-31, 2026-03-31, 2",
        "2026-05-31, 2026-09-30, 4",
        "2028-01-31, 2028-02-28, 0",
        "2028-01-31, 2028-02-29, 1",
        "2026-07-31, 2026-06-30, 0",
    })
    void months_are_whole_ones_after_the_due_date(LocalDate due, LocalDate today, int months) {
        assertThat(LateCharges.months(due, today)).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "14, 1", "15, 2", "29, 2", "30, 3", "400, 3"})
    void a_reminder_is_the_highest_step_reached(int days, int step) {
        assertThat(DUNNING.reached(days).map(Dunning.Step::step).orElse(0)).isEqualTo(step);
    }

    @Test
    void after_the_last_reminder_there_is_none() {
        var due = LocalDate.parse("2026-07-31");
        assertThat(DUNNING.next(due, 0)).contains(LocalDate.parse("2026-08-01"));
        assertThat(DUNNING.next(due, 1)).contains(LocalDate.parse("2026-08-15"));
        assertThat(DUNNING.next(due, 3)).isEmpty();
    }
}
