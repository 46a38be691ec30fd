package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.usage.domain.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line before it has a number.
 *
 * @param recurringChargeId the price behind it; null for other charges
 * @param net rounded; an invoice adds these up (EN 16931, BR-CO-10)
 * @param currency the account's, or the invoice is held
 * @param proration null for what is never prorated
 * @param credits the line that this one gives back of; null when it gives back none
 * @param usage null when it is not for usage
 * @param taxes that apply to it, once they were asked for
 */
public record DraftLine(
        LineType type,
        @Nullable Long recurringChargeId,
        String chargeId,
        @Nullable String serviceId,
        String description,
        Period coverage,
        BigDecimal unitAmount,
        BigDecimal net,
        String currency,
        @Nullable Proration proration,
        @Nullable BilledLine credits,
        @Nullable BilledUsage usage,
        Supply supply,
        List<Tax> taxes) {

    static DraftLine of(OneTimeCharge charge) {
        var amount = Money.of(Objects.requireNonNullElse(charge.amount(), BigDecimal.ZERO), charge.currency())
                .amount();
        return new DraftLine(
                charge.lineType(),
                null,
                charge.chargeId(),
                charge.serviceId(),
                charge.description(),
                new Period(charge.date(), charge.date().plusDays(1)),
                amount,
                amount,
                charge.currency(),
                null,
                null,
                null,
                charge.supply(),
                List.of());
    }

    static DraftLine of(UnbilledUsage usage) {
        var amount = Money.of(usage.amount(), usage.currency()).amount();
        return new DraftLine(
                LineType.USAGE,
                null,
                usage.serviceId() + "/USAGE/" + usage.usageType(),
                usage.serviceId(),
                usage.description(),
                usage.days(),
                amount,
                amount,
                usage.currency(),
                null,
                null,
                new BilledUsage(
                        usage.usageType(), usage.unit(), Unit.plain(usage.quantity()), usage.rate(), usage.records()),
                usage.supply(),
                List.of());
    }

    DraftLine taxed(List<Tax> applying) {
        return applying.isEmpty()
                ? this
                : new DraftLine(
                        type,
                        recurringChargeId,
                        chargeId,
                        serviceId,
                        description,
                        coverage,
                        unitAmount,
                        net,
                        currency,
                        proration,
                        credits,
                        usage,
                        supply,
                        applying);
    }
}
