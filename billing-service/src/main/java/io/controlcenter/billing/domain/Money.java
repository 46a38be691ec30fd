package io.controlcenter.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in the smallest unit that its currency writes, such as cents. */
public record Money(BigDecimal amount, String currency) {

    /** Rounded half up to what the currency writes. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.setScale(scale(currency), RoundingMode.HALF_UP), currency);
    }

    /** As exact as it is, with at least the places that its currency writes; prices may have more. */
    public static Money exact(BigDecimal amount, String currency) {
        var stripped = amount.stripTrailingZeros();
        return new Money(
                stripped.setScale(Math.max(stripped.scale(), scale(currency)), RoundingMode.UNNECESSARY), currency);
    }

    /** Decimal places of a currency: 2 for USD, 0 for JPY. */
    public static int scale(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
