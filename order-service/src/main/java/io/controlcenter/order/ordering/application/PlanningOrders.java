package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When what is to be reached, and what happens when it is not. */
@Service
@Transactional
public class PlanningOrders {

    private final OrderDesk desk;
    private final Accounts accounts;
    private final Clock clock;

    PlanningOrders(OrderDesk desk, Accounts accounts, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param date null to leave the milestone out */
    public Decision plan(
            String orderNumber,
            MilestoneCode code,
            @Nullable LocalDate date,
            @Nullable String reason,
            LongConsumer expected,
            Person by) {
        return desk.decide(
                orderNumber,
                expected,
                by,
                order -> date == null
                        ? order.planning().skip(code, reason)
                        : order.planning().plan(code, date, reason));
    }

    public Decision recommit(
            String orderNumber, LocalDate date, @Nullable String reason, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.planning().recommit(date, reason));
    }

    public Decision expect(
            String orderNumber,
            String itemId,
            LocalDate date,
            @Nullable String reason,
            LongConsumer expected,
            Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.planning().expect(itemId, date, reason));
    }

    /** @return whether something was missed */
    boolean miss(String orderNumber) {
        return desk.changed(orderNumber, Person.SYSTEM, order -> {
            var zone = accounts.zone(order.snapshot().accountId());
            return order.planning().miss(LocalDate.now(clock.withZone(zone)));
        });
    }
}
