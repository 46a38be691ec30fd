package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.time.Instant;

/** The acknowledgement letters: issued once per version, then unchanged for ever (handbook S19). */
public interface Letters {

    Letter issue(OrderSnapshot order, CareManager careManager, int version, Instant at);
}
