package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.CycleDays;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.billing.taxes.domain.Place;
import io.controlcenter.billing.taxes.domain.Supply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts and charges for tests of the bill. */
final class Bills {

    static final Supply SUPPLY = new Supply(Place.UNKNOWN, "ETHERNET_1G", Supply.Kind.RECURRING);

    private Bills() {}

    static BillableAccount account(int cycleDay, boolean inAdvance, ProrationPolicy policy) {
        return account(cycleDay, inAdvance, policy, List.of());
    }

    static BillableAccount account(
            int cycleDay, boolean inAdvance, ProrationPolicy policy, List<CycleDays.Former> formerDays) {
        return new BillableAccount(
                1,
                "A-1",
                "ENT-1",
                "USD",
                new CycleDay(cycleDay),
                inAdvance,
                30,
                List.of(new DatedPolicy(LocalDate.parse("0001-01-01"), policy)),
                "PAPERLESS",
                false,
                formerDays);
    }

    static BillableAccount account() {
        return account(1, true, ProrationPolicy.DEFAULT);
    }

    static RecurringCharge price(
            long id, String amount, String start, @Nullable String stop, @Nullable String billedUntil) {
        return new RecurringCharge(
                id,
                "charge-" + id,
                "S-" + id,
                "Line",
                new BigDecimal(amount),
                "USD",
                LocalDate.parse(start),
                date(stop),
                LocalDate.parse(start),
                null,
                date(billedUntil),
                SUPPLY);
    }

    static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }

    static OneTimeCharge once(long id, String amount, String date) {
        return new OneTimeCharge(
                id,
                "once-" + id,
                "S-1",
                "Installation",
                new BigDecimal(amount),
                "USD",
                LocalDate.parse(date),
                new Supply(Place.UNKNOWN, "ETHERNET_1G", Supply.Kind.ONE_TIME));
    }

    static BilledLine billed(long price, String start, String end, String rate, String net) {
        var amount = new BigDecimal(net);
        return new BilledLine(
                7,
                1,
                price,
                new Period(LocalDate.parse(start), LocalDate.parse(end)),
                new BigDecimal(rate),
                amount,
                amount,
                LocalDate.parse(end),
                BigDecimal.ZERO,
                List.of());
    }

    static AccountToBill bill(BillableAccount account, RecurringCharge... prices) {
        return new AccountToBill(account, List.of(prices), List.of(), List.of(), List.of());
    }
}
