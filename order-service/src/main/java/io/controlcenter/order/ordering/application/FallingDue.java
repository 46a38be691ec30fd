package io.controlcenter.order.ordering.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to orders by itself: found by time, done one order per transaction, each by its use case. */
@Configuration(proxyBeanMethods = false)
class FallingDue {

    private final DueOrders due;
    private final OneByOne oneByOne;

    FallingDue(DueOrders due, OneByOne oneByOne) {
        this.due = due;
        this.oneByOne = oneByOne;
    }

    /** Acknowledges orders that were submitted while no care manager was available, oldest first. */
    @Bean
    DueWork assignCareManagers(CaringForOrders care) {
        return each(
                "assign-care-managers",
                (_, atMost) -> due.waitingForCareManager(atMost),
                order -> care.assignNext(order).isPresent());
    }

    /** Acknowledges orders whose credit was approved, and rejects those whose credit was declined. */
    @Bean
    DueWork acknowledgeWithCredit(AcknowledgingOrders acknowledging) {
        return each("acknowledge-with-credit", (_, atMost) -> due.waitingForCredit(atMost), acknowledging::tryAgain);
    }

    @Bean
    DueWork lapseCharges(ChargingOrders charging) {
        return each(
                "lapse-charges",
                due::unansweredCharges,
                DueOrders.DueCharge::toString,
                charge -> charging.lapse(charge.orderNumber(), charge.chargeId()));
    }

    @Bean
    DueWork warnOfCharges(ChargingOrders charging) {
        return each(
                "warn-of-charges",
                due::chargesAtRisk,
                DueOrders.DueCharge::toString,
                charge -> charging.warn(charge.orderNumber(), charge.chargeId()));
    }

    @Bean
    DueWork deemAcceptance(AcceptingOrders accepting) {
        return each("deem-acceptance", due::unansweredNotices, accepting::deem);
    }

    @Bean
    DueWork expireCustomerDelays(PuttingOff puttingOff) {
        return each("expire-customer-delays", due::expiredDelays, puttingOff::expire);
    }

    @Bean
    DueWork finishCancellations(CancellingOrders cancelling) {
        return each("finish-cancellations", (_, atMost) -> due.pendingCancellations(atMost), cancelling::finish);
    }

    @Bean
    DueWork endServices(AcceptingOrders accepting) {
        return each("complete-disconnects", due::endingServices, accepting::endServices);
    }

    @Bean
    DueWork missMilestones(PlanningOrders planning) {
        return each("miss-milestones", due::missedMilestones, planning::miss);
    }

    @Bean
    DueWork startBilling(AcceptingOrders accepting) {
        return each("start-billing", due::commencing, accepting::startBilling);
    }

    /** @param act whether it did something */
    private DueWork each(String name, BiFunction<Instant, Integer, List<String>> find, Predicate<String> act) {
        return each(name, find, Function.identity(), act);
    }

    private <T> DueWork each(
            String name, BiFunction<Instant, Integer, List<T>> find, Function<T, String> id, Predicate<T> act) {
        return new DueWork() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int doDue(Instant now) {
                return oneByOne.each(name, now, atMost -> find.apply(now, atMost), id, act);
            }
        };
    }
}
