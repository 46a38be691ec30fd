package io.controlcenter.order.ordering.application;

import java.time.Instant;
import java.util.List;

/** Which orders something falls due for, of all enterprises; dates are judged in the zone of each order's account. */
public interface DueOrders {

    record DueCharge(String orderNumber, String chargeId) {}

    /** Submitted and without a care manager, oldest first. */
    List<String> waitingForCareManager(int atMost);

    /** Submitted, with a care manager, and not acknowledged. */
    List<String> waitingForCredit(int atMost);

    List<DueCharge> unansweredCharges(Instant now, int atMost);

    /** Not answered, and a warning is due. */
    List<DueCharge> chargesAtRisk(Instant now, int atMost);

    List<String> unansweredNotices(Instant now, int atMost);

    List<String> expiredDelays(Instant now, int atMost);

    List<String> pendingCancellations(int atMost);

    List<String> endingServices(Instant now, int atMost);

    List<String> missedMilestones(Instant now, int atMost);

    /** Accepted, with services whose first day has come. */
    List<String> commencing(Instant now, int atMost);
}
