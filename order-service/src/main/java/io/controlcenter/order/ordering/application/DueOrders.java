package io.controlcenter.order.ordering.application;

import java.time.Instant;
import java.util.List;

/** Which orders something falls due for, of all enterprises; dates are judged in the zone of each order's account. */
public interface DueOrders {

    record DueCharge(String orderNumber, String chargeId) {}

    /** Submitted and without a care manager, oldest first. */
    List<String> waitingForCareManager();

    /** Submitted, with a care manager, and not acknowledged. */
    List<String> waitingForCredit();

    List<DueCharge> unansweredCharges(Instant now);

    /** Not answered, and a warning is due. */
    List<DueCharge> chargesAtRisk(Instant now);

    List<String> unansweredNotices(Instant now);

    List<String> expiredDelays(Instant now);

    List<String> pendingCancellations();

    List<String> endingServices(Instant now);

    List<String> missedMilestones(Instant now);

    /** Accepted, with services whose first day has come. */
    List<String> commencing(Instant now);
}
