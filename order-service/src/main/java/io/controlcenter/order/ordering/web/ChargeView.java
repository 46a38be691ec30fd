package io.controlcenter.order.ordering.web;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.Charge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A charge as its readers see it. */
@Schema(name = "OrderCharge")
record ChargeView(
        @Schema(example = "O-10000001-C1") String chargeId,

        @Schema(description = "The item that it is about; absent when the whole order") @Nullable
        String itemId,

        Charge.Cause cause,

        @Schema(description = "AWAITING_RESPONSE, COMPLETED, WITHDRAWN_BY_SELLER or TIMEOUT (MEF 123)")
        Charge.State state,

        @Schema(description = "The date change or cancellation that it belongs to") @Nullable
        String requestId,

        List<Item> items,
        ChargeClock clock,

        @Schema(description = "The date that has to be met for the expedite to be billed") @Nullable
        LocalDate promisedDate,

        Instant createdAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    @Schema(name = "OrderChargeItem")
    record Item(
            String chargeItemId,
            Charge.PriceType priceType,
            String description,
            Money amount,
            boolean blocking,

            @Schema(description = "OPEN, ACCEPTED, DECLINED or WITHDRAWN")
            Charge.LineState state,

            @Schema(description = "The day for which it was billed") @Nullable
            LocalDate billedOn) {}

    static ChargeView of(Charge charge, Instant now) {
        var expedite = charge.expedite();
        var answer = charge.answer();
        return new ChargeView(
                charge.chargeId(),
                charge.itemId(),
                charge.cause(),
                charge.state(),
                charge.requestId(),
                charge.items().stream()
                        .map(line -> new Item(
                                line.chargeItemId(),
                                line.priceType(),
                                line.description(),
                                line.amount(),
                                line.blocking(),
                                line.state(),
                                line.billedOn()))
                        .toList(),
                ChargeClock.of(charge, now),
                expedite == null ? null : expedite.promised(),
                charge.createdAt(),
                answer == null ? null : answer.by().name(),
                answer == null ? null : answer.at());
    }
}
