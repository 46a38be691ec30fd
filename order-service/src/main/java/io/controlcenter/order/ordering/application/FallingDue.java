package io.controlcenter.order.ordering.application;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to orders by itself: found by time, done one order per transaction, each by its use case. */
@Configuration(proxyBeanMethods = false)
class FallingDue {

    private static final Logger LOG = LoggerFactory.getLogger(FallingDue.class);
    private final DueOrders due;
    private final TransactionTemplate transaction;

    FallingDue(DueOrders due, TransactionTemplate transaction) {
        this.due = due;
        this.transaction = transaction;
    }

    /** Acknowledges orders that were submitted while no care manager was available, oldest first. */
    @Bean
    DueWork assignCareManagers(CaringForOrders care) {
        return each(
                "assign-care-managers",
                _ -> due.waitingForCareManager(),
                order -> care.assignNext(order).isPresent());
    }

    /** Acknowledges orders whose credit was approved, and rejects those whose credit was declined. */
    @Bean
    DueWork acknowledgeWithCredit(AcknowledgingOrders acknowledging) {
        return each("acknowledge-with-credit", _ -> due.waitingForCredit(), acknowledging::tryAgain);
    }

    @Bean
    DueWork lapseCharges(ChargingOrders charging) {
        return each(
                "lapse-charges",
                due::unansweredCharges,
                charge -> charging.lapse(charge.orderNumber(), charge.chargeId()));
    }

    @Bean
    DueWork warnOfCharges(ChargingOrders charging) {
        return each(
                "warn-of-charges",
                due::chargesAtRisk,
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
        return each("finish-cancellations", _ -> due.pendingCancellations(), cancelling::finish);
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

    /** @param act whether it did something; one order that cannot be helped does not hold up the others */
    private <T> DueWork each(String name, Function<Instant, List<T>> find, Predicate<T> act) {
        return new DueWork() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int doDue(Instant now) {
                var found = transaction.execute(_ -> find.apply(now));
                return (int) found.stream().filter(one -> done(one)).count();
            }

            private boolean done(T one) {
                try {
                    return act.test(one);
                } catch (RuntimeException e) {
                    LOG.warn("{} failed for {} and is tried again", name, one, e);
                    return false;
                }
            }
        };
    }
}
