package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.OrderFixture.FIRM;
import static io.controlcenter.order.ordering.domain.OrderFixture.NOW;
import static io.controlcenter.order.ordering.domain.OrderFixture.TODAY;
import static io.controlcenter.order.ordering.domain.OrderFixture.disconnect;
import static io.controlcenter.order.ordering.domain.OrderFixture.done;
import static io.controlcenter.order.ordering.domain.OrderFixture.refused;
import static io.controlcenter.order.ordering.domain.OrderFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that end services: when they end, and until when that can be changed (domain b.2, rule 9). */
class DisconnectingTest {

    private static final LocalDate STOP = FIRM.plusDays(11);
    private static final LocalDate LAST_DAY = STOP.minusDays(6);

    private static RequestedDate on(LocalDate date) {
        return new RequestedDate(RequestedDate.Kind.FIRM_DATE, date);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-20,2026-07-01", "2026-07-01,2026-07-01", "2026-07-02,2026-07-02"})
    void services_end_on_the_later_of_notice_and_wish(LocalDate wish, LocalDate stop) {
        assertThat(Disconnecting.stopDate(TODAY, 30, wish)).isEqualTo(stop);
    }

    @Test
    void a_disconnect_runs_by_itself_and_ends_on_its_day() {
        var order = disconnect("1");
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(order.snapshot().terms().customerCommitDate()).isEqualTo(STOP);
        refused(order.delivering().report(MilestoneCode.DESIGN_COMPLETE, null, NOW));
        assertThat(done(order.disconnecting().complete(STOP.minusDays(1), OrderFixture::deliver, NOW)))
                .isEmpty();
        var events = done(order.disconnecting().complete(STOP, OrderFixture::deliver, NOW));
        assertThat(events).hasAtLeastOneElementOfType(OrderEvent.Disconnected.class);
        assertThat(order.snapshot().state()).isEqualTo(OrderState.COMPLETED);
        assertThat(OrderTest.commencements(order)).as("first day not billed").containsExactly(STOP);
    }

    @ParameterizedTest
    @CsvSource({"0,true,", "1,false,", "0,true,1", "1,false,1"})
    void it_is_put_off_or_called_off_until_six_days_before(int daysPast, boolean allowed, String itemId) {
        var today = LAST_DAY.plusDays(daysPast);
        var extended = disconnect("1");
        var outcome = extended.disconnecting().extend(wish(itemId, on(STOP.plusDays(9)), "Move is late"), 6, today);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
        assertThat(extended.snapshot().terms().customerCommitDate()).isEqualTo(allowed ? STOP.plusDays(9) : STOP);
        var called = disconnect("1");
        var off = called.disconnecting().cancel(wish(itemId, null, "We stay"), 6, today);
        assertThat(off instanceof Outcome.Done).isEqualTo(allowed);
        assertThat(called.snapshot().state())
                .isEqualTo(allowed ? OrderState.PENDING_CANCELLATION : OrderState.IN_PROGRESS);
        if (!allowed) {
            assertThat(refused(outcome)).isEqualTo(new Refusal.DisconnectTooNear(LAST_DAY));
            assertThat(refused(off)).isEqualTo(new Refusal.DisconnectTooNear(LAST_DAY));
        }
    }

    @Test
    void it_does_not_come_earlier() {
        var order = disconnect("1", "2");
        done(order.disconnecting().extend(wish("2", on(STOP.plusDays(9)), "x"), 6, TODAY));
        assertThat(refused(order.disconnecting().extend(wish("1", on(STOP), "x"), 6, TODAY)))
                .isEqualTo(new Refusal.DisconnectOnlyLater(STOP));
        assertThat(refused(order.disconnecting().extend(wish(null, on(STOP.plusDays(9)), "x"), 6, TODAY)))
                .as("none of them earlier")
                .isEqualTo(new Refusal.DisconnectOnlyLater(STOP.plusDays(9)));
    }

    @Test
    void each_service_ends_on_its_day_or_stays() {
        var order = disconnect("1", "2", "3");
        done(order.disconnecting().extend(wish("2", on(STOP.plusDays(9)), "Move is late"), 6, TODAY));
        var off = done(order.disconnecting().cancel(wish("3", null, "We stay"), 6, TODAY));
        assertThat(off).contains(new OrderEvent.ItemCancelled("3", "We stay"));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(ended(order, STOP)).containsExactly("1");
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(done(order.disconnecting().complete(STOP.plusDays(8), OrderFixture::deliver, NOW)))
                .as("told once")
                .isEmpty();
        assertThat(ended(order, STOP.plusDays(9))).containsExactly("2");
        assertThat(order.snapshot().state()).isEqualTo(OrderState.COMPLETED);
        assertThat(order.snapshot().items())
                .extracting(OrderItem::state)
                .containsExactly(ItemState.COMPLETED, ItemState.COMPLETED, ItemState.CANCELLED);
    }

    /** The order has ended a service then, whatever becomes of the other one. */
    @Test
    void an_order_that_ended_one_service_is_not_cancelled_with_the_other() {
        var called = endedInPart();
        done(called.disconnecting().cancel(wish("2", null, "We stay"), 6, STOP));
        done(called.cancelling().finish(NOW));
        assertThat(called.snapshot().state()).isEqualTo(OrderState.COMPLETED);
        assertThat(called.snapshot().items())
                .extracting(OrderItem::state)
                .containsExactly(ItemState.COMPLETED, ItemState.CANCELLED);
        var failed = endedInPart();
        done(failed.delivering().fail("2", "No access", NOW));
        assertThat(failed.snapshot().state()).isEqualTo(OrderState.PARTIAL);
    }

    private static Order endedInPart() {
        var order = disconnect("1", "2");
        done(order.disconnecting().extend(wish("2", on(STOP.plusDays(9)), "Move is late"), 6, TODAY));
        assertThat(ended(order, STOP)).containsExactly("1");
        return order;
    }

    private static Iterable<String> ended(Order order, LocalDate today) {
        return done(order.disconnecting().complete(today, OrderFixture::deliver, NOW)).stream()
                .filter(OrderEvent.Disconnected.class::isInstance)
                .map(OrderEvent.Disconnected.class::cast)
                .flatMap(event -> event.items().stream())
                .map(OrderItem::itemId)
                .toList();
    }

    @Test
    void what_has_ended_already_is_neither_put_off_nor_called_off() {
        var order = disconnect("1", "2");
        done(order.disconnecting().cancel(wish("1", null, "We stay"), 6, TODAY));
        var over = new Refusal.ItemOver("1", ItemState.CANCELLED);
        assertThat(refused(order.disconnecting().cancel(wish("1", null, "x"), 6, TODAY)))
                .isEqualTo(over);
        assertThat(refused(order.disconnecting().extend(wish("1", on(STOP.plusDays(1)), "x"), 6, TODAY)))
                .isEqualTo(over);
        assertThat(refused(order.disconnecting().cancel(wish("9", null, "x"), 6, TODAY)))
                .isEqualTo(new Refusal.NoSuchItem("9"));
    }
}
