package io.controlcenter.order.ordering.domain;

import io.controlcenter.order.domain.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A charge to be raised. */
public record NewCharge(
        @Nullable String itemId,
        Charge.Cause cause,
        List<Line> lines,
        Instant responseDueAt,
        Charge.@Nullable Expedite expedite) {

    /** @param ifDateMet whether it is billed only if the promised date is met */
    public record Line(
            Charge.PriceType priceType, String description, Money amount, boolean blocking, boolean ifDateMet) {

        public static Line once(String description, Money amount) {
            return new Line(Charge.PriceType.NON_RECURRING, description, amount, false, false);
        }

        public static Line expedite(String description, Money amount) {
            return new Line(Charge.PriceType.NON_RECURRING, description, amount, false, true);
        }
    }
}
