package io.controlcenter.order.ordering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What could differ between providers in the life of an order (domain b.2). Days are calendar days unless said.
 *
 * @param chargeResponseDays how long a customer has to answer a charge, unless the seller says otherwise
 * @param longestDelayDays how far after the commit date a customer may put delivery off
 * @param delayNoticeBusinessDays before the commit date, by which a customer has to say so (domain b.2, rule 5)
 * @param disconnectNoticeDays between the receipt of a disconnect order and its end
 * @param disconnectFreezeDays before the end, in which it can be neither put off nor called off
 */
@ConfigurationProperties("controlcenter.ordering")
public record OrderingSettings(
        @DefaultValue("10") int chargeResponseDays,
        @DefaultValue("60") int longestDelayDays,
        @DefaultValue("5") int delayNoticeBusinessDays,
        @DefaultValue("30") int disconnectNoticeDays,
        @DefaultValue("6") int disconnectFreezeDays,
        @DefaultValue CustomerNotReady customerNotReady,
        @DefaultValue JeopardyLevels jeopardy) {

    /**
     * @param longestDays after the original due date; on the day after, services commence or the order is cancelled
     * @param newDueDays how far after the original due date a new one may lie
     * @param noticeBusinessDays between the day of saying so and the new due date
     * @param commenceAfterBusinessDays a new date so much later than the original lets services commence on that
     * @param lateNotice how long before the day of activation a wish to cancel or for another date counts as not ready
     */
    public record CustomerNotReady(
            @DefaultValue("30") int longestDays,
            @DefaultValue("60") int newDueDays,
            @DefaultValue("3") int noticeBusinessDays,
            @DefaultValue("5") int commenceAfterBusinessDays,
            @DefaultValue("24h") Duration lateNotice) {}

    /** From which share of the delivery time on a delay is of medium or high concern, in per cent. */
    public record JeopardyLevels(
            @DefaultValue("10") int mediumPercent,
            @DefaultValue("25") int highPercent) {}
}
