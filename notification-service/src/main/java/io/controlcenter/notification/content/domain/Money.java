package io.controlcenter.notification.content.domain;

import java.math.BigDecimal;

/** An amount in the smallest unit's scale of its currency. */
public record Money(BigDecimal amount, String currency) {

    Money negated() {
        return new Money(amount.negate(), currency);
    }

    @Override
    public String toString() {
        return "%s %,.2f".formatted(currency, amount);
    }
}
