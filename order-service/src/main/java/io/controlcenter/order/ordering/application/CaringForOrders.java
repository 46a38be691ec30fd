package io.controlcenter.order.ordering.application;

import io.controlcenter.order.caremanagers.CareManagers;
import io.controlcenter.order.caremanagers.CareManagers.StaffMember;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer care manager does for an order, and how an order gets one. */
@Service
@Transactional
public class CaringForOrders {

    private final OrderDesk desk;
    private final CareManagers careManagers;
    private final Inventory inventory;
    private final Letters letters;
    private final Clock clock;

    CaringForOrders(OrderDesk desk, CareManagers careManagers, Inventory inventory, Letters letters, Clock clock) {
        this.desk = desk;
        this.careManagers = careManagers;
        this.inventory = inventory;
        this.letters = letters;
        this.clock = clock;
    }

    /** Gives an order the next care manager and acknowledges it; nothing happens while nobody is available. */
    public Optional<OrderSnapshot> assignNext(String orderNumber) {
        return careManagers.next(clock.instant()).flatMap(member -> {
            var decision = desk.decide(orderNumber, Person.SYSTEM, order -> assign(order, member));
            return decision instanceof Decision.Made(var order) ? Optional.of(order) : Optional.empty();
        });
    }

    public Decision assign(String orderNumber, String userId, LongConsumer expected, Person by) {
        var member = careManagers
                .find(userId)
                .orElseThrow(() -> Problem.unprocessable(
                        Violation.referenceNotFound("/userId", "There is no care manager with this user id.")));
        return desk.decide(orderNumber, expected, by, order -> assign(order, member));
    }

    private Outcome assign(Order order, StaffMember member) {
        var careManager = new CareManager(member.userId(), member.name(), member.phone(), member.email());
        var now = clock.instant();
        return order.assign(
                careManager,
                inventory::nextServiceId,
                version -> letters.issue(order.snapshot(), careManager, version, now),
                now);
    }

    public Decision report(
            String orderNumber,
            MilestoneCode code,
            @Nullable LocalDate date,
            @Nullable String note,
            LongConsumer expected,
            Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.report(code, date, note, clock.instant()));
    }

    /** A note to the order; the other side is told (handbook S20). */
    public Decision note(String orderNumber, String text, Person by) {
        return desk.decide(orderNumber, by, _ -> Outcome.done(new OrderEvent.NoteAdded(text)));
    }
}
