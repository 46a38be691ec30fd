package io.controlcenter.order.ordering.application;

import io.controlcenter.order.caremanagers.CareManagers;
import io.controlcenter.order.caremanagers.CareManagers.StaffMember;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.OrderState;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an order gets its customer care manager, and what the two sides tell each other. */
@Service
@Transactional
public class CaringForOrders {

    private final OrderDesk desk;
    private final CareManagers careManagers;
    private final AcknowledgingOrders acknowledging;
    private final Clock clock;

    CaringForOrders(OrderDesk desk, CareManagers careManagers, AcknowledgingOrders acknowledging, Clock clock) {
        this.desk = desk;
        this.careManagers = careManagers;
        this.acknowledging = acknowledging;
        this.clock = clock;
    }

    /** Gives an order the next care manager; nothing happens while nobody is available. */
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
        var now = clock.instant();
        var assigned = order.placement()
                .assign(careManager(member), version -> acknowledging.letter(order, version, now), now);
        if (!(assigned instanceof Outcome.Done(var events)) || order.snapshot().state() != OrderState.SUBMITTED) {
            return assigned;
        }
        return switch (acknowledging.acknowledge(order)) {
            case Outcome.Refused refused -> refused;
            case Outcome.Done(var more) -> {
                var all = new ArrayList<>(events);
                all.addAll(more);
                yield new Outcome.Done(all);
            }
        };
    }

    static CareManager careManager(StaffMember member) {
        return new CareManager(member.userId(), member.name(), member.phone(), member.email());
    }

    /** A note to the order; the other side is told (handbook S20). */
    public Decision note(String orderNumber, String text, Person by) {
        return desk.decide(orderNumber, by, _ -> Outcome.done(new OrderEvent.NoteAdded(text)));
    }
}
