package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.OrderFixture.CUSTOMER;
import static io.controlcenter.order.ordering.domain.OrderFixture.DUE;
import static io.controlcenter.order.ordering.domain.OrderFixture.FEE;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIFTY;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIRM;
import static io.controlcenter.order.ordering.domain.OrderFixture.NOW;
import static io.controlcenter.order.ordering.domain.OrderFixture.STAFF;
import static io.controlcenter.order.ordering.domain.OrderFixture.TODAY;
import static io.controlcenter.order.ordering.domain.OrderFixture.answer;
import static io.controlcenter.order.ordering.domain.OrderFixture.answers;
import static io.controlcenter.order.ordering.domain.OrderFixture.charge;
import static io.controlcenter.order.ordering.domain.OrderFixture.done;
import static io.controlcenter.order.ordering.domain.OrderFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.domain.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Charges: MEF 123, R81 to R96, and what each answer leads to. */
class ChargingTest {

    private static final String C1 = "O-1-C1";

    /** One charge is open per order or item at a time (R81–R83). */
    @ParameterizedTest
    @CsvSource({",,false", "1,1,false", "1,,false", ",1,false", "1,2,true"})
    void at_most_one_charge_is_open_on_the_order_or_an_item(String first, String second, boolean allowed) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(order.charging().raise(OrderFixture.construction(first, false), NOW));
        var outcome = order.charging().raise(OrderFixture.construction(second, false), NOW);
        if (allowed) {
            done(outcome);
        } else {
            assertThat(refused(outcome)).isEqualTo(new Refusal.ChargeOpen(C1));
        }
    }

    @Test
    void a_charge_is_about_an_open_item_and_leaves_time_to_answer() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        assertThat(refused(order.charging().raise(OrderFixture.construction("9", false), NOW)))
                .isEqualTo(new Refusal.NoSuchItem("9"));
        var late = new NewCharge(null, Charge.Cause.OTHER, List.of(NewCharge.Line.once("x", FEE)), NOW, null);
        assertThat(refused(order.charging().raise(late, NOW))).isEqualTo(new Refusal.ResponseDueTooEarly());
    }

    @Test
    void only_the_item_that_is_charged_is_held() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(order.charging().raise(OrderFixture.construction("2", false), NOW));
        assertThat(order.snapshot().items())
                .extracting(OrderItem::state)
                .containsExactly(ItemState.IN_PROGRESS, ItemState.HELD);
        done(answer(order, C1, true));
        assertThat(order.snapshot().items()).extracting(OrderItem::state).containsOnly(ItemState.IN_PROGRESS);
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @Test
    void all_items_are_answered_at_once() {
        var order = OrderFixture.in(OrderState.HELD);
        assertThat(refused(order.charging().answer(C1, Map.of(C1 + "-1", true, "x", true), CUSTOMER, TODAY, NOW)))
                .isEqualTo(new Refusal.ChargeAnsweredInPart(List.of(C1 + "-2"), List.of("x")));
        assertThat(refused(order.charging().answer("O-1-C9", Map.of(), CUSTOMER, TODAY, NOW)))
                .isEqualTo(new Refusal.UnknownCharge("O-1-C9"));
        assertThat(refused(order.charging().answer(C1, answers(order, C1, true), CUSTOMER, TODAY, DUE.plusMillis(1))))
                .isEqualTo(new Refusal.ChargeAnsweredLate(DUE));
        done(order.charging().answer(C1, answers(order, C1, true), CUSTOMER, TODAY, DUE));
        assertThat(refused(answer(order, C1, true))).isEqualTo(new Refusal.ChargeNotOpen(C1, Charge.State.COMPLETED));
    }

    @Test
    void an_accepted_one_time_charge_is_billed_at_once_and_a_monthly_one_with_the_service() {
        var order = OrderFixture.in(OrderState.HELD);
        var events = done(answer(order, C1, true));
        assertThat(events)
                .filteredOn(OrderEvent.ChargeBillable.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    var billable = (OrderEvent.ChargeBillable) event;
                    assertThat(billable.lines())
                            .extracting(Charge.Line::description)
                            .containsExactly("Trench");
                    assertThat(billable.chargeDate()).isEqualTo(TODAY);
                });
        assertThat(charge(order, C1).items()).extracting(Charge.Line::billedOn).containsExactly(TODAY, null);
    }

    @ParameterizedTest
    @CsvSource({"1,IN_PROGRESS", ",FAILED"})
    void a_declined_blocking_charge_fails_what_it_is_about(String itemId, OrderState left) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(order.charging().raise(OrderFixture.construction(itemId, true), NOW));
        done(answer(order, C1, false));
        assertThat(order.snapshot().state()).isEqualTo(left);
        assertThat(order.snapshot().items().getFirst().state()).isEqualTo(ItemState.FAILED);
    }

    @Test
    void a_declined_charge_that_does_not_block_goes_on_without() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(order.charging().raise(OrderFixture.construction(null, false), NOW));
        done(answer(order, C1, false));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(order.snapshot().items()).extracting(OrderItem::state).containsOnly(ItemState.IN_PROGRESS);
    }

    /** Part (c), 6: the time to answer is ten days. */
    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "0,179,0",
        "0,180,75",
        "180,181,0",
        "180,215,0",
        "180,216,90",
        "0,217,90",
        "216,239,0",
        "0,240,0"
    })
    void a_charge_warns_once_at_75_and_once_at_90_per_cent_of_its_time(int before, int hours, int percent) {
        var order = OrderFixture.in(OrderState.HELD);
        order.charging().warn(C1, NOW.plus(Duration.ofHours(before)));
        var events = done(order.charging().warn(C1, NOW.plus(Duration.ofHours(hours))));
        assertThat(events)
                .extracting(event -> ((OrderEvent.ChargeAtRisk) event).charge().warned())
                .containsExactlyElementsOf(percent == 0 ? List.of() : List.of(percent));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.HELD);
    }

    @Test
    void a_charge_that_is_answered_warns_no_more() {
        var order = OrderFixture.in(OrderState.HELD);
        done(answer(order, C1, true));
        assertThat(done(order.charging().warn(C1, NOW.plus(Duration.ofDays(9)))))
                .isEmpty();
        assertThat(done(order.charging().warn("O-1-C9", NOW.plus(Duration.ofDays(9)))))
                .isEmpty();
    }

    @Test
    void no_answer_in_time_is_a_decline_and_happens_once() {
        var order = OrderFixture.in(OrderState.HELD);
        assertThat(done(order.charging().lapse(C1, DUE.minusMillis(1)))).isEmpty();
        var events = done(order.charging().lapse(C1, DUE));
        assertThat(events).hasAtLeastOneElementOfType(OrderEvent.ChargeTimedOut.class);
        assertThat(charge(order, C1).state()).isEqualTo(Charge.State.TIMEOUT);
        assertThat(order.snapshot().state()).as("it was blocking").isEqualTo(OrderState.FAILED);
        assertThat(done(order.charging().lapse(C1, DUE))).isEmpty();
    }

    @Test
    void a_withdrawn_charge_costs_nothing_and_fails_nothing() {
        var order = OrderFixture.in(OrderState.HELD);
        var events = done(order.charging().withdraw(C1, NOW));
        assertThat(events).doesNotHaveAnyElementsOfTypes(OrderEvent.ChargeBillable.class, OrderEvent.ItemFailed.class);
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(refused(order.charging().withdraw(C1, NOW)))
                .isEqualTo(new Refusal.ChargeNotOpen(C1, Charge.State.WITHDRAWN_BY_SELLER));
    }

    private static Order expedited(LocalDate promised, LocalDate standard) {
        var order = OrderFixture.draft(
                new RequestedDate(RequestedDate.Kind.EXPEDITE, promised), OrderFixture.CONTACT, "SITE-1");
        OrderFixture.submit(order);
        OrderFixture.acknowledge(order);
        var fee = List.of(NewCharge.Line.expedite("2 days earlier", FEE));
        done(order.delivering().commit(new Delivering.Commitment(promised, fee, standard, DUE), null, NOW));
        return order;
    }

    /** Rule 7, MEF R25. */
    @Test
    void an_expedite_is_accepted_only_after_its_charge_is_settled() {
        var order = expedited(FIRM, FIRM.plusDays(2));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.HELD);
        assertThat(order.snapshot().items())
                .allMatch(item -> item.fulfilment().expediteRequested()
                        && !item.fulfilment().expediteAccepted());
        done(answer(order, C1, true));
        assertThat(order.snapshot().items()).allMatch(item -> item.fulfilment().expediteAccepted());
        assertThat(charge(order, C1).items())
                .as("billed only when its date is met")
                .extracting(Charge.Line::billedOn)
                .containsOnlyNulls();
    }

    @Test
    void a_declined_expedite_falls_back_to_the_standard_date() {
        var order = expedited(FIRM, FIRM.plusDays(2));
        done(answer(order, C1, false));
        assertThat(order.snapshot().terms().customerCommitDate()).isEqualTo(FIRM.plusDays(2));
        assertThat(order.snapshot().items()).noneMatch(item -> item.fulfilment().expediteAccepted());
    }

    @Property(tries = 60)
    void an_expedite_is_billed_exactly_when_the_notice_was_sent_by_the_promised_date(
            @ForAll @IntRange(min = -10, max = 10) int daysAfterPromise) {
        var order = expedited(FIRM, FIRM.plusDays(2));
        done(answer(order, C1, true));
        OrderFixture.reach(
                order,
                MilestoneCode.DESIGN_COMPLETE,
                MilestoneCode.INSTALL_COMPLETE,
                MilestoneCode.TEST_AND_TURN_UP_PASSED);
        var sent = FIRM.plusDays(daysAfterPromise);
        done(order.delivering().noticeConnection(OrderFixture.CCM, new Progress.Notice(NOW, sent, DUE), null, NOW));
        var events = done(order.acceptance().accept(sent, OrderFixture::deliver, NOW));
        assertThat(events.stream()
                        .filter(OrderEvent.ChargeBillable.class::isInstance)
                        .count())
                .isEqualTo(daysAfterPromise <= 0 ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ASSESSING_CANCELLATION"})
    void what_is_asked_for_is_charged_first_and_done_when_that_is_accepted(OrderState state) {
        var order = OrderFixture.in(state);
        var cancel = state == OrderState.ASSESSING_CANCELLATION;
        if (cancel) {
            done(order.cancelling().agree(DUE, null, STAFF, NOW));
        } else {
            done(order.dateChanging().agree(FIRM.plusDays(10), List.of(), DUE, null, STAFF, NOW));
        }
        assertThat(order.snapshot().state()).isEqualTo(state);
        assertThat(order.snapshot().requests().getLast().state()).isEqualTo(ChangeRequest.State.ASSESSING_CHARGE);
        assertThat(charge(order, C1).items().getFirst().amount())
                .isEqualTo(FIFTY.lines().getFirst().amount());
        done(answer(order, C1, true));
        assertThat(order.snapshot().state())
                .isEqualTo(cancel ? OrderState.PENDING_CANCELLATION : OrderState.IN_PROGRESS);
        assertThat(order.snapshot().requests().getLast().state()).isEqualTo(ChangeRequest.State.DONE);
        if (!cancel) {
            assertThat(order.snapshot().terms().customerCommitDate()).isEqualTo(FIRM.plusDays(10));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ASSESSING_CANCELLATION"})
    void a_declined_charge_leaves_everything_as_it_was(OrderState state) {
        var order = OrderFixture.in(state);
        if (state == OrderState.ASSESSING_CANCELLATION) {
            done(order.cancelling().agree(DUE, null, STAFF, NOW));
        } else {
            done(order.dateChanging().agree(FIRM.plusDays(10), List.of(), DUE, null, STAFF, NOW));
        }
        done(order.charging().lapse(C1, DUE));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(order.snapshot().terms().customerCommitDate()).isEqualTo(FIRM);
        assertThat(order.snapshot().requests().getLast().state()).isEqualTo(ChangeRequest.State.DECLINED);
        assertThat(order.snapshot().items()).extracting(OrderItem::state).containsOnly(ItemState.IN_PROGRESS);
    }

    @Property(tries = 100)
    void whatever_is_answered_what_is_billed_is_what_was_accepted(@ForAll List<Boolean> wishes) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var lines = wishes.stream()
                .limit(20)
                .map(_ -> NewCharge.Line.once("Line", new Money(BigDecimal.ONE, "USD")))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        done(order.charging().raise(new NewCharge(null, Charge.Cause.OTHER, lines, DUE, null), NOW));
        var given = new HashMap<String, Boolean>();
        for (int i = 0; i < lines.size(); i++) {
            given.put(C1 + "-" + (i + 1), wishes.get(i));
        }
        var billed = done(order.charging().answer(C1, given, CUSTOMER, TODAY, NOW)).stream()
                .filter(OrderEvent.ChargeBillable.class::isInstance)
                .mapToLong(event -> ((OrderEvent.ChargeBillable) event).lines().size())
                .sum();
        assertThat(billed)
                .isEqualTo(given.values().stream().filter(accepted -> accepted).count());
    }
}
