package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.OrderFixture.CCM;
import static io.controlcenter.order.ordering.domain.OrderFixture.CUSTOMER;
import static io.controlcenter.order.ordering.domain.OrderFixture.DUE;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIRM;
import static io.controlcenter.order.ordering.domain.OrderFixture.NOW;
import static io.controlcenter.order.ordering.domain.OrderFixture.STAFF;
import static io.controlcenter.order.ordering.domain.OrderFixture.TODAY;
import static io.controlcenter.order.ordering.domain.OrderState.ACKNOWLEDGED;
import static io.controlcenter.order.ordering.domain.OrderState.ASSESSING_CANCELLATION;
import static io.controlcenter.order.ordering.domain.OrderState.AWAITING_ACCEPTANCE;
import static io.controlcenter.order.ordering.domain.OrderState.CANCELLED;
import static io.controlcenter.order.ordering.domain.OrderState.COMPLETED;
import static io.controlcenter.order.ordering.domain.OrderState.DRAFT;
import static io.controlcenter.order.ordering.domain.OrderState.HELD;
import static io.controlcenter.order.ordering.domain.OrderState.IN_PROGRESS;
import static io.controlcenter.order.ordering.domain.OrderState.PENDING;
import static io.controlcenter.order.ordering.domain.OrderState.PENDING_CANCELLATION;
import static io.controlcenter.order.ordering.domain.OrderState.REJECTED;
import static io.controlcenter.order.ordering.domain.OrderState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine of domain b.2: every trigger in every state, allowed or refused, and where it leads. */
class OrderTransitionsTest {

    /** @param leads the state after it, by the state before it; every other state refuses */
    private record Trigger(Function<Order, Outcome> ask, Map<OrderState, OrderState> leads) {}

    private static final Map<String, Trigger> TRIGGERS = new LinkedHashMap<>();

    static {
        trigger("confirm", order -> order.placement().confirmRequirements(NOW), Map.of(DRAFT, DRAFT));
        trigger("submit", order -> order.placement().submit(CUSTOMER, NOW), Map.of());
        trigger(
                "reject",
                order ->
                        order.placement().reject(List.of(new Progress.TerminationError("/accountId", "x", "No.")), NOW),
                Map.of(SUBMITTED, REJECTED));
        trigger(
                "assign another",
                order -> order.placement()
                        .assign(
                                new CareManager("ccm-2", "Carl Care", "+1 555 0101", "carl@provider.example"),
                                OrderFixture::letter,
                                NOW),
                stays(open()));
        trigger("commit", order -> OrderFixture.commit(order, FIRM), Map.of(ACKNOWLEDGED, IN_PROGRESS));
        trigger(
                "report",
                order -> order.delivering().report(MilestoneCode.DESIGN_COMPLETE, null, NOW),
                stays(EnumSet.of(IN_PROGRESS, HELD)));
        trigger(
                "charge",
                order -> order.charging().raise(OrderFixture.construction("1", true), NOW),
                Map.of(IN_PROGRESS, HELD));
        trigger(
                "ask for a date",
                order -> OrderFixture.askDate(order, FIRM.plusDays(5), OrderFixture.FIFTY),
                Map.of(IN_PROGRESS, PENDING));
        trigger(
                "ask for a date of one",
                order -> OrderFixture.askDate(order, "1", FIRM.plusDays(5), OrderFixture.FIFTY),
                Map.of(IN_PROGRESS, PENDING));
        trigger(
                "agree to the date",
                order -> order.dateChanging().agree(FIRM.plusDays(10), List.of(), DUE, null, STAFF, NOW),
                Map.of(PENDING, PENDING));
        trigger(
                "refuse the date",
                order -> order.dateChanging().refuse("No", STAFF, NOW),
                Map.of(PENDING, IN_PROGRESS));
        trigger(
                "cancel",
                order -> OrderFixture.cancel(order, null, ChangeRequest.Price.FREE),
                Map.of(ACKNOWLEDGED, ASSESSING_CANCELLATION, IN_PROGRESS, ASSESSING_CANCELLATION));
        trigger(
                "cancel one",
                order -> OrderFixture.cancel(order, "1", ChangeRequest.Price.FREE),
                Map.of(ACKNOWLEDGED, ASSESSING_CANCELLATION, IN_PROGRESS, ASSESSING_CANCELLATION));
        trigger(
                "agree to cancel",
                order -> order.cancelling().agree(DUE, null, STAFF, NOW),
                Map.of(ASSESSING_CANCELLATION, ASSESSING_CANCELLATION));
        trigger(
                "refuse to cancel",
                order -> order.cancelling().refuse("Too late", STAFF, NOW),
                Map.of(ASSESSING_CANCELLATION, IN_PROGRESS));
        trigger(
                "finish the cancellation",
                order -> order.cancelling().finish(NOW),
                Map.of(PENDING_CANCELLATION, CANCELLED));
        trigger("notice", OrderFixture::notice, Map.of());
        trigger(
                "accept",
                order -> order.acceptance().accept(FIRM, OrderFixture::deliver, NOW),
                Map.of(AWAITING_ACCEPTANCE, COMPLETED));
        trigger("not accept", order -> order.acceptance().reject("No light"), Map.of(AWAITING_ACCEPTANCE, IN_PROGRESS));
        trigger(
                "not ready",
                order -> order.notReady()
                        .report(
                                new NotReady.Report("No power", null, false),
                                new NotReady.Limits(TODAY, 30, 60, FIRM.plusDays(7)),
                                NOW),
                Map.of(AWAITING_ACCEPTANCE, IN_PROGRESS, IN_PROGRESS, IN_PROGRESS));
        trigger(
                "fail one",
                order -> order.delivering().fail("1", "No duct", NOW),
                stays(EnumSet.of(IN_PROGRESS, HELD)));
        trigger(
                "pass the point",
                order -> order.delivering().passPointOfNoReturn("Trench dug", NOW),
                stays(EnumSet.of(IN_PROGRESS, HELD, PENDING, AWAITING_ACCEPTANCE)));
        trigger(
                "endanger",
                order -> order.watching()
                        .endanger(new Jeopardy(Jeopardy.Code.ACCESS, Jeopardy.Level.LOW, "No key", "Get one", NOW)),
                stays(open()));
        trigger("escalate", order -> order.watching().escalate("Too slow"), stays(open()));
        trigger(
                "recommit",
                order -> order.planning().recommit(FIRM.plusDays(3), "Rain"),
                stays(EnumSet.of(IN_PROGRESS, HELD, PENDING, AWAITING_ACCEPTANCE)));
        trigger("plan", order -> order.planning().plan(MilestoneCode.SITE_SURVEY_COMPLETE, FIRM, null), stays(open()));
    }

    private static void trigger(String name, Function<Order, Outcome> ask, Map<OrderState, OrderState> leads) {
        TRIGGERS.put(name, new Trigger(ask, leads));
    }

    private static Map<OrderState, OrderState> stays(Set<OrderState> states) {
        var leads = new LinkedHashMap<OrderState, OrderState>();
        states.forEach(state -> leads.put(state, state));
        return leads;
    }

    private static Set<OrderState> open() {
        var states = EnumSet.allOf(OrderState.class);
        states.removeIf(state -> state.isTerminal() || state == DRAFT);
        return states;
    }

    static Stream<Arguments> everyTriggerInEveryState() {
        return TRIGGERS.keySet().stream()
                .flatMap(name -> Stream.of(OrderState.values()).map(state -> Arguments.of(name, state)));
    }

    @ParameterizedTest
    @MethodSource("everyTriggerInEveryState")
    void an_order_does_in_each_state_what_it_may_and_nothing_else(String name, OrderState state) {
        var trigger = Objects.requireNonNull(TRIGGERS.get(name));
        var order = OrderFixture.in(state);
        var before = order.snapshot();
        var outcome = trigger.ask().apply(order);
        var leads = trigger.leads().get(state);
        if (leads == null) {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(order.snapshot()).as("refused, it has not changed").isEqualTo(before);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(order.snapshot().state()).isEqualTo(leads);
        }
    }

    /** What the system does by itself is never refused: where it does not fit, nothing happens. */
    @ParameterizedTest
    @EnumSource(OrderState.class)
    void what_falls_due_happens_only_where_it_fits(OrderState state) {
        var late = NOW.plus(Duration.ofDays(100));
        var day = TODAY.plusDays(100);
        var deemed = OrderFixture.in(state);
        deemed.acceptance().deem(day, OrderFixture::deliver, late);
        assertThat(deemed.snapshot().state()).isEqualTo(state == AWAITING_ACCEPTANCE ? COMPLETED : state);
        var expired = OrderFixture.in(state);
        expired.notReady().expire(true, ChangeRequest.Price.FREE, day, OrderFixture::deliver, late);
        assertThat(expired.snapshot().state()).isEqualTo(state);
        var ended = OrderFixture.in(state);
        ended.disconnecting().complete(day, OrderFixture::deliver, late);
        assertThat(ended.snapshot().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void a_state_is_found_again_by_its_wire_name(OrderState state) {
        assertThat(OrderState.of(state.wire())).isEqualTo(state);
        assertThat(new Refusal.NotInThisState("x", state).possible().isEmpty())
                .isEqualTo(state.isTerminal() || state == PENDING_CANCELLATION);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void items_say_what_the_order_says(OrderState state) {
        var items = OrderFixture.in(state).snapshot().items();
        assertThat(items).allMatch(item -> state != IN_PROGRESS || item.state() == ItemState.IN_PROGRESS);
        assertThat(items).allMatch(item -> !state.isTerminal() || item.state().isOver());
        assertThat(items)
                .as("expected completion is mandatory while in progress (MEF R28)")
                .allMatch(item -> !state.isBeingDelivered() || item.fulfilment().expectedCompletionDate() != null);
        assertThat(CCM.missingForLetter()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ItemState.class)
    void an_item_state_is_found_again_by_its_wire_name(ItemState state) {
        assertThat(ItemState.of(state.wire())).isEqualTo(state);
    }
}
