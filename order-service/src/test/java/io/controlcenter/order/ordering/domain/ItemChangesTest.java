package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.OrderFixture.DUE;
import static io.controlcenter.order.ordering.domain.OrderFixture.FEE;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIFTY;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIRM;
import static io.controlcenter.order.ordering.domain.OrderFixture.NOW;
import static io.controlcenter.order.ordering.domain.OrderFixture.STAFF;
import static io.controlcenter.order.ordering.domain.OrderFixture.TODAY;
import static io.controlcenter.order.ordering.domain.OrderFixture.answer;
import static io.controlcenter.order.ordering.domain.OrderFixture.askDate;
import static io.controlcenter.order.ordering.domain.OrderFixture.cancel;
import static io.controlcenter.order.ordering.domain.OrderFixture.charge;
import static io.controlcenter.order.ordering.domain.OrderFixture.done;
import static io.controlcenter.order.ordering.domain.OrderFixture.refused;
import static io.controlcenter.order.ordering.domain.OrderFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another date for one of two items, or none: item 1 is asked about, item 2 goes on. */
class ItemChangesTest {

    private static final ChangeRequest.Price FREE = ChangeRequest.Price.FREE;

    private static Iterable<ItemState> states(Order order) {
        return order.snapshot().items().stream().map(OrderItem::state).toList();
    }

    private static Iterable<@Nullable LocalDate> expected(Order order) {
        return order.snapshot().items().stream()
                .map(item -> item.fulfilment().expectedCompletionDate())
                .toList();
    }

    private static void agreeToDate(Order order, LocalDate date) {
        done(order.dateChanging().agree(date, List.of(), DUE, null, STAFF, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGED", "IN_PROGRESS"})
    void one_item_is_cancelled_and_the_order_goes_on(OrderState state) {
        var order = OrderFixture.in(state);
        var before = order.snapshot().items().getLast().state();
        done(cancel(order, "1", FREE));
        assertThat(states(order)).containsExactly(ItemState.PENDING, before);
        var events = done(order.cancelling().agree(DUE, null, STAFF, NOW));
        assertThat(events)
                .contains(
                        new OrderEvent.ItemCancelled("1", "We moved"),
                        new OrderEvent.StateChanged(OrderState.ASSESSING_CANCELLATION, state, "We moved"));
        assertThat(order.snapshot().state()).isEqualTo(state);
        assertThat(states(order)).containsExactly(ItemState.CANCELLED, before);
        assertThat(order.snapshot().requests().getLast().state()).isEqualTo(ChangeRequest.State.DONE);
    }

    @Test
    void what_was_done_for_the_item_is_charged_on_it_first() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(cancel(order, "1", FIFTY));
        done(order.cancelling().agree(DUE, null, STAFF, NOW));
        assertThat(charge(order, "O-1-C1"))
                .extracting(Charge::itemId, Charge::cause)
                .containsExactly("1", Charge.Cause.CANCELLATION);
        assertThat(states(order)).containsExactly(ItemState.PENDING, ItemState.IN_PROGRESS);
        done(answer(order, "O-1-C1", true));
        assertThat(states(order)).containsExactly(ItemState.CANCELLED, ItemState.IN_PROGRESS);
    }

    @Test
    void a_refused_or_declined_cancellation_leaves_the_item_in_the_order() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(cancel(order, "1", FIFTY));
        done(order.cancelling().refuse("It is on its way", STAFF, NOW));
        assertThat(states(order)).containsOnly(ItemState.IN_PROGRESS);
        done(cancel(order, "1", FIFTY));
        done(order.cancelling().agree(DUE, null, STAFF, NOW));
        done(answer(order, "O-1-C1", false));
        assertThat(states(order)).containsOnly(ItemState.IN_PROGRESS);
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    /** Then there is nothing to go on with: it is the order that is cancelled. */
    @Test
    void the_last_item_is_the_order() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(cancel(order, "1", FREE));
        done(order.cancelling().agree(DUE, null, STAFF, NOW));
        done(cancel(order, "2", FREE));
        assertThat(order.snapshot().requests().getLast().wish().itemId()).isNull();
        done(order.cancelling().agree(DUE, null, STAFF, NOW));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.PENDING_CANCELLATION);
        done(order.cancelling().finish(NOW));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(states(order)).containsOnly(ItemState.CANCELLED);
    }

    @Test
    void only_an_item_that_is_open_can_be_asked_about() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        assertThat(refused(cancel(order, "9", FREE))).isEqualTo(new Refusal.NoSuchItem("9"));
        assertThat(refused(askDate(order, "9", FIRM.plusDays(3), FREE))).isEqualTo(new Refusal.NoSuchItem("9"));
        done(order.delivering().fail("1", "No duct", NOW));
        var over = new Refusal.ItemOver("1", ItemState.FAILED);
        assertThat(refused(cancel(order, "1", FREE))).isEqualTo(over);
        assertThat(refused(askDate(order, "1", FIRM.plusDays(3), FREE))).isEqualTo(over);
        assertThat(refused(order.charging().raise(OrderFixture.construction("1", false), NOW)))
                .isEqualTo(over);
    }

    /** The state of the order at its end is that of its items: cancelled ones were not wanted, failed ones were. */
    @Test
    void an_order_ends_as_its_items_do() {
        var shorter = OrderFixture.in(OrderState.IN_PROGRESS);
        done(cancel(shorter, "1", FREE));
        done(shorter.cancelling().agree(DUE, null, STAFF, NOW));
        OrderFixture.handOver(shorter);
        var accepted = done(shorter.acceptance().accept(FIRM, OrderFixture::deliver, NOW));
        assertThat(accepted)
                .filteredOn(OrderEvent.Accepted.class::isInstance)
                .flatExtracting("items")
                .extracting("itemId")
                .containsExactly("2");
        assertThat(shorter.snapshot().state()).isEqualTo(OrderState.COMPLETED);
        var failed = OrderFixture.in(OrderState.IN_PROGRESS);
        done(cancel(failed, "1", FREE));
        done(failed.cancelling().agree(DUE, null, STAFF, NOW));
        done(failed.delivering().fail("2", "No duct", NOW));
        assertThat(failed.snapshot().state()).isEqualTo(OrderState.FAILED);
    }

    @Test
    void one_item_gets_a_date_of_its_own_and_the_order_keeps_its() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(askDate(order, "1", FIRM.plusDays(10), FREE));
        assertThat(states(order)).containsExactly(ItemState.PENDING, ItemState.IN_PROGRESS);
        assertThat(refused(askDate(order, "2", FIRM.plusDays(3), FREE))).isEqualTo(new Refusal.DateChangeOpen());
        var events = done(order.dateChanging().agree(FIRM.plusDays(12), List.of(), DUE, null, STAFF, NOW));
        assertThat(events)
                .contains(
                        new OrderEvent.DateChanged(
                                OrderEvent.DateKind.REQUESTED, null, "1", FIRM, FIRM.plusDays(10), "The site is late"),
                        new OrderEvent.DateChanged(
                                OrderEvent.DateKind.EXPECTED_COMPLETION,
                                null,
                                "1",
                                FIRM,
                                FIRM.plusDays(12),
                                "The site is late"));
        assertThat(states(order)).containsOnly(ItemState.IN_PROGRESS);
        assertThat(expected(order)).containsExactly(FIRM.plusDays(12), FIRM);
        assertThat(order.snapshot().terms().customerCommitDate()).isEqualTo(FIRM);
        assertThat(order.snapshot().terms().requestedDate()).extracting("date").isEqualTo(FIRM);
    }

    @Test
    void an_item_is_never_billed_before_its_own_firm_date() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(askDate(order, "1", FIRM.plusDays(10), FREE));
        agreeToDate(order, FIRM.plusDays(10));
        OrderFixture.handOver(order);
        done(order.acceptance().accept(FIRM.plusDays(2), OrderFixture::deliver, NOW));
        assertThat(OrderTest.commencements(order)).containsExactly(FIRM.plusDays(10), FIRM.plusDays(2));
    }

    @Test
    void an_item_keeps_its_date_when_the_seller_moves_the_order_but_not_when_the_buyer_does() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(askDate(order, "1", FIRM.plusDays(10), FREE));
        agreeToDate(order, FIRM.plusDays(10));
        done(order.planning().recommit(FIRM.plusDays(4), "Rain"));
        assertThat(expected(order)).containsExactly(FIRM.plusDays(10), FIRM.plusDays(4));
        done(askDate(order, null, FIRM.plusDays(20), FREE));
        agreeToDate(order, FIRM.plusDays(20));
        assertThat(expected(order)).containsOnly(FIRM.plusDays(20));
        assertThat(order.snapshot().items())
                .extracting(item -> item.fulfilment().requestedDate())
                .containsOnlyNulls();
    }

    @Test
    void the_only_item_moves_the_order() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(order.delivering().fail("2", "No duct", NOW));
        done(askDate(order, "1", FIRM.plusDays(10), FREE));
        agreeToDate(order, FIRM.plusDays(10));
        assertThat(order.snapshot().terms().customerCommitDate()).isEqualTo(FIRM.plusDays(10));
    }

    @Test
    void an_item_is_expedited_by_itself_for_a_fee_on_it() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var date = new RequestedDate(RequestedDate.Kind.EXPEDITE, FIRM.minusDays(4));
        var price = new ChangeRequest.Price(List.of(NewCharge.Line.expedite("Four days", FEE)), false, FIRM);
        done(order.dateChanging().ask(wish("1", date, "We open"), price, OrderFixture.LIMITS, TODAY));
        agreeToDate(order, FIRM.minusDays(4));
        assertThat(charge(order, "O-1-C1"))
                .extracting(Charge::itemId, Charge::cause)
                .containsExactly("1", Charge.Cause.EXPEDITE);
        done(answer(order, "O-1-C1", true));
        assertThat(order.snapshot().items())
                .extracting(item -> item.fulfilment().expediteAccepted())
                .containsExactly(true, false);
        assertThat(expected(order)).containsExactly(FIRM.minusDays(4), FIRM);
        OrderFixture.handOver(order);
        done(order.acceptance().accept(FIRM.minusDays(4), OrderFixture::deliver, NOW));
        assertThat(OrderTest.commencements(order))
                .as("only the other one has a firm date")
                .containsExactly(FIRM.minusDays(4), FIRM);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_expedite_is_billed_only_with_its_item(boolean cancelled) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var date = new RequestedDate(RequestedDate.Kind.EXPEDITE, FIRM.minusDays(4));
        var price = new ChangeRequest.Price(List.of(NewCharge.Line.expedite("Four days", FEE)), false, FIRM);
        done(order.dateChanging().ask(wish("1", date, "We open"), price, OrderFixture.LIMITS, TODAY));
        agreeToDate(order, FIRM.minusDays(4));
        done(answer(order, "O-1-C1", true));
        if (cancelled) {
            done(cancel(order, "1", FREE));
            done(order.cancelling().agree(DUE, null, STAFF, NOW));
        }
        OrderFixture.handOver(order);
        var events = done(order.acceptance().accept(FIRM.minusDays(4), OrderFixture::deliver, NOW));
        assertThat(events.stream().anyMatch(OrderEvent.ChargeBillable.class::isInstance))
                .isEqualTo(!cancelled);
    }

    @Test
    void a_customer_who_was_not_there_pays_for_an_item_from_the_date_agreed_for_it() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(askDate(order, "1", FIRM.plusDays(10), FREE));
        agreeToDate(order, FIRM.plusDays(10));
        var limits = new NotReady.Limits(TODAY.plusDays(3), 30, 60, FIRM.plusDays(7));
        done(order.notReady().report(new NotReady.Report("Nobody was there", null, true), limits, NOW));
        OrderFixture.handOver(order);
        done(order.acceptance().accept(FIRM.plusDays(20), OrderFixture::deliver, NOW));
        assertThat(OrderTest.commencements(order)).containsExactly(FIRM.plusDays(10), FIRM);
    }
}
