package io.controlcenter.billing.documents;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.usage.domain.Unit;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** What the template says in words; public, because the template calls it. */
public final class InvoiceWords {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final int QUANTITY_DIGITS = 6;
    private final String currency;

    InvoiceWords(String currency) {
        this.currency = currency;
    }

    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(money.currency()));
        format.setMinimumFractionDigits(Money.scale(money.currency()));
        format.setMaximumFractionDigits(Money.scale(money.currency()));
        return format.format(money.amount());
    }

    /** An amount in the invoice's currency. */
    public String amount(BigDecimal amount) {
        return money(Money.of(amount, currency));
    }

    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Both ends are in it, for people. */
    public String days(Period period) {
        var last = period.lastDay();
        return last.equals(period.start()) ? day(last) : day(period.start()) + " – " + day(last);
    }

    /** How a part of a month, or usage, was calculated. */
    public String calculation(ReadingInvoices.Line line) {
        var usage = line.usage();
        if (usage != null) {
            var quantity = quantity(usage.quantity(), usage.unit());
            return line.unitAmount() == null ? quantity : quantity + " × " + price(line.unitAmount());
        }
        var proration = line.proration();
        return proration == null || !proration.prorated()
                ? ""
                : "%s × %d ÷ %d days"
                        .formatted(
                                money(Money.of(
                                        proration.rate(), line.netAmount().currency())),
                                proration.numerator(),
                                proration.denominator());
    }

    /** Such as {@code 1,234.5 min}. */
    public String quantity(BigDecimal quantity, Unit unit) {
        var format = NumberFormat.getNumberInstance(Locale.US);
        format.setMaximumFractionDigits(QUANTITY_DIGITS);
        return (format.format(quantity) + " " + unit.symbol()).strip();
    }

    /** With all its places, as prices of a unit may have many. */
    private static String price(Money price) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(price.currency()));
        format.setMinimumFractionDigits(price.amount().scale());
        format.setMaximumFractionDigits(price.amount().scale());
        return format.format(price.amount());
    }

    /** What a line is, when its description does not say it. */
    public String kind(ReadingInvoices.Line line) {
        return switch (line.type()) {
            case CREDIT -> " (credit)";
            case LATE -> " (late payment)";
            case PARTIAL -> " (part of a month)";
            case USAGE -> " (usage)";
            case RECURRING, NON_RECURRING -> "";
        };
    }

    public String reason(CreditNote.Reason reason) {
        return switch (reason) {
            case DISPUTE -> "Dispute";
            case DISCONNECT -> "Disconnect";
            case OUTAGE -> "Outage";
            case GOODWILL -> "Goodwill";
            case CORRECTION -> "Correction";
        };
    }

    public String percent(BigDecimal percent) {
        return percent.toPlainString() + " %";
    }
}
