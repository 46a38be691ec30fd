package io.controlcenter.billing.invoicing.domain;

import static io.controlcenter.billing.invoicing.domain.Bills.account;
import static io.controlcenter.billing.invoicing.domain.Bills.bill;
import static io.controlcenter.billing.invoicing.domain.Bills.billed;
import static io.controlcenter.billing.invoicing.domain.Bills.once;
import static io.controlcenter.billing.invoicing.domain.Bills.price;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.invoicing.domain.HoldReason.Check;
import io.controlcenter.billing.proration.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a bill may leave. */
class SafetyChecksTest {

    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");
    private static final Period MONTH = new Period(OCTOBER, LocalDate.parse("2026-11-01"));
    private final SafetyChecks checks = new SafetyChecks(new BigDecimal("10000.00"), 15, 90);

    private List<Check> of(AccountToBill bill) {
        return of(bill, new CycleBilling(bill, OCTOBER).draft());
    }

    private List<Check> of(AccountToBill bill, InvoiceDraft draft) {
        return checks.reasons(draft, bill).stream().map(HoldReason::check).toList();
    }

    private static InvoiceDraft draft(AccountToBill bill, DraftLine... lines) {
        return new InvoiceDraft(bill.account(), OCTOBER, MONTH, List.of(lines), List.of());
    }

    private static DraftLine line(long price, Period coverage, String net) {
        return new DraftLine(
                LineType.RECURRING,
                price,
                "charge-" + price,
                "S-" + price,
                "Line",
                coverage,
                new BigDecimal(net),
                new BigDecimal(net),
                "USD",
                null,
                null,
                null,
                Bills.SUPPLY,
                List.of());
    }

    @Test
    void a_sound_bill_has_no_reason() {
        assertThat(of(bill(account(), price(1, "1000.00", "2026-09-08", null, null))))
                .isEmpty();
    }

    @Test
    void days_that_an_earlier_invoice_has_are_billed_twice() {
        var bill = new AccountToBill(
                account(),
                List.of(price(1, "10.00", "2026-01-01", null, "2026-10-01")),
                List.of(),
                List.of(),
                List.of(billed(1, "2026-10-01", "2026-11-01", "10.00", "10.00")));
        assertThat(of(bill)).containsExactly(Check.DOUBLE_BILLING);
    }

    @Test
    void two_lines_of_one_price_for_the_same_day_are_billed_twice() {
        var bill = bill(account(), price(1, "10.00", "2026-01-01", null, "2026-10-01"));
        assertThat(of(bill, draft(bill, line(1, MONTH, "10.00"), line(1, MONTH, "10.00"))))
                .containsExactly(Check.DOUBLE_BILLING);
    }

    @Test
    void a_line_before_commencement_or_after_the_stop_is_outside() {
        var bill = bill(account(), price(1, "10.00", "2026-10-02", null, null));
        assertThat(of(bill, draft(bill, line(1, MONTH, "10.00")))).containsExactly(Check.OUTSIDE_SERVICE_DATES);
        var stopped = bill(account(), price(1, "10.00", "2026-01-01", "2026-10-20", null));
        assertThat(of(stopped, draft(stopped, line(1, MONTH, "10.00")))).containsExactly(Check.OUTSIDE_SERVICE_DATES);
    }

    @Test
    void a_missing_rate_holds_the_bill() {
        var price =
                new RecurringCharge(1, "c", "S", "Line", null, "USD", OCTOBER, null, OCTOBER, null, null, Bills.SUPPLY);
        assertThat(of(bill(account(), price))).containsExactly(Check.MISSING_RATE);
        var once = new OneTimeCharge(1, "o", "S", "Installation", null, "USD", OCTOBER, Bills.SUPPLY);
        assertThat(of(new AccountToBill(account(), List.of(), List.of(once), List.of(), List.of())))
                .containsExactly(Check.MISSING_RATE);
    }

    @Test
    void another_currency_holds_the_bill() {
        var price = new RecurringCharge(
                1, "c", "S", "Line", BigDecimal.TEN, "EUR", OCTOBER, null, OCTOBER, null, null, Bills.SUPPLY);
        assertThat(of(bill(account(), price))).containsExactly(Check.CURRENCY_MISMATCH);
        var once = new OneTimeCharge(1, "o", "S", "Installation", BigDecimal.TEN, "EUR", OCTOBER, Bills.SUPPLY);
        assertThat(of(new AccountToBill(account(), List.of(), List.of(once), List.of(), List.of())))
                .containsExactly(Check.CURRENCY_MISMATCH);
    }

    @Test
    void amounts_of_different_currencies_are_never_added() {
        var euros = new RecurringCharge(
                1, "c", "S", "Line", BigDecimal.TEN, "EUR", OCTOBER, null, OCTOBER, null, null, Bills.SUPPLY);
        var draft =
                new CycleBilling(bill(account(), euros, price(2, "7.00", "2026-10-01", null, null)), OCTOBER).draft();
        assertThat(draft.lines()).extracting(DraftLine::currency).containsExactly("EUR", "USD");
        assertThat(draft.total()).isEqualByComparingTo("7.00");
        assertThat(draft.total(LineType.RECURRING)).isEqualByComparingTo("7.00");
    }

    @Test
    void a_service_that_stops_before_it_starts_holds_the_bill() {
        assertThat(of(bill(
                        account(),
                        price(1, "10.00", "2026-10-01", "2026-09-30", null),
                        price(2, "10.00", "2026-10-01", null, null))))
                .containsExactly(Check.NEGATIVE_SERVICE);
    }

    @Test
    void no_more_is_given_back_than_is_left() {
        var price = price(1, "10.00", "2026-01-01", "2026-10-15", "2026-11-01");
        var billed = billed(1, "2026-10-01", "2026-11-01", "10.00", "10.00");
        var bill = new AccountToBill(account(), List.of(price), List.of(), List.of(), List.of(billed));
        var rest = new Period(LocalDate.parse("2026-10-15"), LocalDate.parse("2026-11-01"));
        assertThat(of(bill, draft(bill, credit(rest, "-6.00", billed)))).isEmpty();
        assertThat(of(bill, draft(bill, credit(rest, "-6.00", billed), credit(rest, "-4.01", billed))))
                .containsExactly(Check.NEGATIVE_SERVICE);
    }

    private static DraftLine credit(Period coverage, String net, BilledLine billed) {
        return new DraftLine(
                LineType.CREDIT,
                1L,
                "charge-1",
                "S-1",
                "Line",
                coverage,
                new BigDecimal(net),
                new BigDecimal(net),
                "USD",
                null,
                billed,
                null,
                Bills.SUPPLY,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"15, false", "16, true"})
    void more_lines_of_a_service_for_a_day_than_make_sense_hold_the_bill(int lines, boolean held) {
        var charges = IntStream.rangeClosed(1, lines)
                .mapToObj(id -> once(id, "1.00", "2026-10-01"))
                .toList();
        var bill = new AccountToBill(account(), List.of(), charges, List.of(), List.of());
        assertThat(of(bill).contains(Check.TOO_MANY_LINES)).isEqualTo(held);
    }

    @Test
    void many_lines_of_many_days_are_sound() {
        var years = new AccountToBill(
                account(), List.of(price(1, "10.00", "2024-01-01", null, null)), List.of(), List.of(), List.of());
        assertThat(of(years)).isEmpty();
    }

    @Test
    void a_line_or_a_bill_of_an_absurd_amount_is_held() {
        assertThat(of(bill(account(), price(1, "10000.01", "2026-10-01", null, null))))
                .containsExactly(Check.ABSURD_AMOUNT, Check.ABSURD_AMOUNT);
        var many = new AccountToBill(
                account(),
                List.of(),
                List.of(once(1, "9000.00", "2026-10-01"), once(2, "9000.00", "2026-10-01")),
                List.of(),
                List.of());
        assertThat(of(many)).containsExactly(Check.ABSURD_AMOUNT);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 30, 2026-07-31",
        "2026-09-01, 30, 2026-10-01",
        "2026-06-04, 30, 2026-07-06",
        "2026-10-27, 30, 2026-11-27",
        "2026-08-06, 30, 2026-09-08",
    })
    void a_bill_is_due_on_a_day_on_which_banks_are_open(LocalDate billed, int terms, LocalDate due) {
        var holidays =
                Set.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-09-07"), LocalDate.parse("2026-07-03"));
        assertThat(new DueDates(holidays).of(billed, terms)).isEqualTo(due);
    }
}
