package io.controlcenter.order.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in the smallest unit that its currency writes, such as cents. */
public record Money(BigDecimal amount, String currency) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Rounded half up to the scale of the currency (domain b.0). */
    public static Money of(BigDecimal amount, String currency) {
        var scale = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(amount.setScale(scale, RoundingMode.HALF_UP), currency);
    }

    public static Money zero(String currency) {
        return of(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return of(amount.add(other.amount), currency);
    }

    public Money times(int factor) {
        return of(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /** So many hundredths of it. */
    public Money percent(BigDecimal percent) {
        return of(amount.multiply(percent).divide(HUNDRED), currency);
    }

    /** Of the same currency, and more. */
    public boolean exceeds(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot compare " + other.currency + " with " + currency);
        }
        return amount.compareTo(other.amount) > 0;
    }
}
