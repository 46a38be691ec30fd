package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.rating.OneTimeCharges;
import io.controlcenter.billing.receivables.application.Collections.Collection;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.billing.receivables.domain.LateCharges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Charges for paying late, on the account's next invoice. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LateCharging {

    private final OneTimeCharges charges;
    private final ReceivableSettings settings;

    LateCharging(OneTimeCharges charges, ReceivableSettings settings) {
        this.charges = charges;
        this.settings = settings;
    }

    /** For each month that ended since it was looked at; one in which all was in dispute passes without a charge. */
    Collection charge(Collection collection, InvoiceStanding invoice, AccountStanding standing, LocalDate today) {
        var rate = Objects.requireNonNullElse(standing.lateChargeRate(), settings.lateChargeRate());
        var rule = new LateCharges(rate, settings.lateChargeCap());
        var months = LateCharges.months(invoice.dueDate(), today);
        var charged = collection.lateCharged();
        for (int month = collection.lateMonths() + 1; month <= months; month++) {
            var amount =
                    rule.of(invoice.undisputedOpen(), invoice.amountDue(), charged, Money.scale(invoice.currency()));
            if (amount.signum() > 0) {
                add(invoice, Integer.toString(month), words(invoice, month, rate), amount, today);
                charged = charged.add(amount);
            }
        }
        return collection.charged(Math.max(months, collection.lateMonths()), charged);
    }

    /** Nothing was late of an invoice that should not have been; what was given back before is not given back again. */
    void takeBack(Collection collection, InvoiceStanding invoice, LocalDate today) {
        var left = charges.left(IntStream.rangeClosed(1, collection.lateMonths())
                .mapToObj(month -> id(invoice, Integer.toString(month)))
                .toList());
        if (left.signum() > 0) {
            var words = "Late payment charges given back, invoice %s was withdrawn".formatted(invoice.invoiceNumber());
            add(invoice, "withdrawn", words, left.negate(), today);
        }
    }

    private String words(InvoiceStanding invoice, int month, BigDecimal rate) {
        return "Late payment charge, invoice %s, month %d: %s %% of %s %s, in all at most %s %% of the invoice"
                .formatted(
                        invoice.invoiceNumber(),
                        month,
                        percent(rate),
                        Money.of(invoice.undisputedOpen(), invoice.currency()).amount(),
                        invoice.currency(),
                        percent(settings.lateChargeCap()));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static String id(InvoiceStanding invoice, String part) {
        return "LATE/%s/%s".formatted(invoice.invoiceNumber(), part);
    }

    private void add(InvoiceStanding invoice, String part, String words, BigDecimal amount, LocalDate today) {
        charges.add(new OneTimeCharges.NewCharge(
                id(invoice, part),
                invoice.enterpriseId(),
                invoice.accountId(),
                null,
                OneTimeCharges.Cause.LATE_PAYMENT,
                words,
                Money.of(amount, invoice.currency()),
                today,
                invoice.invoiceNumber()));
    }
}
