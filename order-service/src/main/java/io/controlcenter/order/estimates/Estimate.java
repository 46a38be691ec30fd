package io.controlcenter.order.estimates;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.pricing.domain.ChangeKind;
import io.controlcenter.order.pricing.domain.IntervalUnit;
import io.controlcenter.order.pricing.domain.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to an estimate: nothing is stored, and what is charged later on the same terms is the same. */
@Schema(name = "OrderEstimate")
record Estimate(
        @Schema(description = "The day of submittal that is counted from, day 0")
        LocalDate submittedOn,

        @Schema(description = "First day of the rate card that applies")
        LocalDate rateCardFrom,

        @Schema(description = "On which everything can be delivered without a fee; absent when a product is ICB")
        @Nullable
        LocalDate earliestStandardDate,

        @Schema(description = "Of all items, for the requested date; absent unless one is given") @Nullable
        Money expediteFee,

        List<Item> items,
        @Nullable UnderWay order) {

    @Schema(name = "ItemEstimate")
    record Item(
            String productCode,
            @Nullable String siteId,
            @Nullable Integer interval,
            IntervalUnit unit,
            @Nullable LocalDate earliestStandardDate,

            @Schema(description = "Days by which the requested date is better than standard, in the unit") @Nullable
            Integer daysOfImprovement,

            @Nullable Money expediteFee,

            @Schema(description = "Each earlier day on which delivery is possible, with its fee")
            List<EarlierDate> earlierDates) {}

    @Schema(name = "EarlierDate")
    record EarlierDate(LocalDate date, int daysOfImprovement, Money expediteFee) {}

    /** What can still be done about an order under way. */
    @Schema(name = "OrderUnderWayEstimate")
    record UnderWay(
            String orderNumber,
            Stage stage,
            @Nullable Stage nextStage,

            @Schema(description = "First day of the next stage") @Nullable
            LocalDate nextStageOn,

            List<Modification> modifications,
            Price cancellation,

            @Schema(description = "Last day of asking for a later date; absent while nothing is committed to") @Nullable
            LocalDate delayNoticeUntil,

            @Schema(description = "First day on which nothing can be changed any more") @Nullable
            LocalDate pointOfNoReturn,

            @Schema(description = "Business days until then; 0 when it is reached") @Nullable
            Integer daysToPointOfNoReturn,

            boolean pointOfNoReturnReached) {}

    @Schema(name = "ModificationEstimate")
    record Modification(ChangeKind changeKind, Price charge) {}

    @Schema(name = "ChargeNowAndLater")
    record Price(
            Money now,

            @Schema(description = "Absent when there is no next stage") @Nullable
            Money afterNextStage) {}
}
