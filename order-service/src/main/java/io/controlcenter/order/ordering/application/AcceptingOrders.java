package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.ordering.domain.Acceptance;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer's answer to the connection notice, or none, which ends an order and starts, changes or ends services. */
@Service
@Transactional
public class AcceptingOrders {

    private final OrderDesk desk;
    private final Accounts accounts;
    private final Installing installing;
    private final CommencementRecords records;
    private final Clock clock;

    AcceptingOrders(
            OrderDesk desk, Accounts accounts, Installing installing, CommencementRecords records, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.installing = installing;
        this.records = records;
        this.clock = clock;
    }

    /** Accepts: every item becomes an installed service, with exactly one commencement record. */
    public Decision accept(String orderNumber, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber,
                expected,
                by,
                order -> delivered(
                        order, by, delivery -> order.acceptance().accept(today(order), delivery, clock.instant())));
    }

    /** @return whether the window had passed */
    boolean deem(String orderNumber) {
        return desk.changed(
                orderNumber,
                Person.SYSTEM,
                order -> delivered(
                        order,
                        Person.SYSTEM,
                        delivery -> order.acceptance().deem(today(order), delivery, clock.instant())));
    }

    /** Asks the order, and writes down what commences if it says so. */
    Outcome delivered(Order order, Person by, Function<Acceptance.Delivery, Outcome> question) {
        var outcome = question.apply(installing.deliveries(order.snapshot()));
        if (outcome instanceof Outcome.Done(var events)) {
            events.stream()
                    .filter(OrderEvent.Accepted.class::isInstance)
                    .map(OrderEvent.Accepted.class::cast)
                    .forEach(accepted -> commence(order.snapshot(), accepted, by));
        }
        return outcome;
    }

    private void commence(OrderSnapshot order, OrderEvent.Accepted accepted, Person by) {
        records.write(order, accepted.items(), accepted.outcome(), by, clock.instant());
        installing.install(order, accepted.items());
    }

    private LocalDate today(Order order) {
        return LocalDate.now(clock.withZone(accounts.zone(order.snapshot().accountId())));
    }

    public Decision reject(String orderNumber, @Nullable String reason, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber, expected, by, order -> order.acceptance().reject(reason));
    }

    /** @return whether the first day of the services has come */
    boolean startBilling(String orderNumber) {
        return desk.changed(
                orderNumber, Person.SYSTEM, order -> order.acceptance().startBilling(clock.instant()));
    }

    /** @return whether services have ended */
    boolean endServices(String orderNumber) {
        return desk.changed(orderNumber, Person.SYSTEM, order -> {
            var today = today(order);
            var outcome =
                    order.disconnecting().complete(today, installing.deliveries(order.snapshot()), clock.instant());
            if (outcome instanceof Outcome.Done(var events)) {
                events.stream()
                        .filter(OrderEvent.Disconnected.class::isInstance)
                        .map(OrderEvent.Disconnected.class::cast)
                        .forEach(ended -> installing.end(orderNumber, ended.items(), today));
            }
            return outcome;
        });
    }
}
