package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.OrderFixture.DUE;
import static io.controlcenter.order.ordering.domain.OrderFixture.FEE;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIFTY;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIRM;
import static io.controlcenter.order.ordering.domain.OrderFixture.NOW;
import static io.controlcenter.order.ordering.domain.OrderFixture.STAFF;
import static io.controlcenter.order.ordering.domain.OrderFixture.TODAY;
import static io.controlcenter.order.ordering.domain.OrderFixture.askDate;
import static io.controlcenter.order.ordering.domain.OrderFixture.done;
import static io.controlcenter.order.ordering.domain.OrderFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other dates, cancellations, customers who are not ready, escalations. */
class ChangingTest {

    private static final ChangeRequest.Price FREE = ChangeRequest.Price.FREE;

    @Test
    void one_date_change_is_open_at_a_time() {
        var order = OrderFixture.in(OrderState.PENDING);
        assertThat(refused(askDate(order, FIRM.plusDays(3), FREE))).isEqualTo(new Refusal.DateChangeOpen());
        done(order.dateChanging().refuse("No", STAFF, NOW));
        done(askDate(order, FIRM.plusDays(3), FREE));
    }

    @Test
    void the_date_stays_past_the_point_of_no_return_and_for_the_earliest_capability() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var wish = OrderFixture.wish(null, new RequestedDate(RequestedDate.Kind.FIRM_DATE, FIRM.plusDays(3)), "x");
        var past = new DateChanging.Limits(FIRM.plusDays(60), FIRM, true);
        assertThat(refused(order.dateChanging().ask(wish, FREE, past, TODAY)))
                .isEqualTo(new Refusal.PastPointOfNoReturn());
        done(order.delivering().passPointOfNoReturn("Trench dug", NOW));
        assertThat(refused(askDate(order, FIRM.plusDays(3), FREE))).isEqualTo(new Refusal.PastPointOfNoReturn());
        var earliest = OrderFixture.draft(
                new RequestedDate(RequestedDate.Kind.EARLIEST_CAPABILITY, FIRM), OrderFixture.CONTACT, "SITE-1");
        OrderFixture.submit(earliest);
        OrderFixture.acknowledge(earliest);
        done(OrderFixture.commit(earliest, FIRM));
        assertThat(refused(askDate(earliest, FIRM.plusDays(3), FREE))).isEqualTo(new Refusal.EarliestCapabilityStays());
    }

    @ParameterizedTest
    @CsvSource({"60,true", "61,false"})
    void a_date_is_put_off_by_so_many_days_at_most(int days, boolean allowed) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var outcome = askDate(order, FIRM.plusDays(days), FREE);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
    }

    @Test
    void a_free_date_change_is_done_when_the_seller_agrees_and_says_so() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(askDate(order, FIRM.plusDays(3), FREE));
        assertThat(refused(order.dateChanging().agree(FIRM, List.of(), DUE, null, STAFF, NOW)))
                .as("not before the firm date that is wanted")
                .isEqualTo(new Refusal.CommitDateTooEarly(FIRM.plusDays(3)));
        var events = done(order.dateChanging().agree(FIRM.plusDays(4), List.of(), DUE, null, STAFF, NOW));
        assertThat(events)
                .contains(new OrderEvent.DateChanged(
                        OrderEvent.DateKind.REQUESTED, null, null, FIRM, FIRM.plusDays(3), "The site is late"))
                .contains(new OrderEvent.DateChanged(
                        OrderEvent.DateKind.CCD, null, null, FIRM, FIRM.plusDays(4), "The site is late"));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @Test
    void an_expedite_by_quote_needs_its_fee_and_no_other_has_one() {
        var order = OrderFixture.in(OrderState.PENDING);
        var fee = List.of(NewCharge.Line.expedite("As quoted", FEE));
        assertThat(refused(order.dateChanging().agree(FIRM.plusDays(10), fee, DUE, null, STAFF, NOW)))
                .isEqualTo(new Refusal.QuotedFeeMismatch(false));
        var quoted = OrderFixture.in(OrderState.IN_PROGRESS);
        var wish = new RequestedDate(RequestedDate.Kind.EXPEDITE, FIRM.minusDays(5));
        done(quoted.dateChanging()
                .ask(
                        OrderFixture.wish(null, wish, "x"),
                        new ChangeRequest.Price(List.of(), true, null),
                        OrderFixture.LIMITS,
                        TODAY));
        assertThat(refused(quoted.dateChanging().agree(wish.date(), List.of(), DUE, null, STAFF, NOW)))
                .isEqualTo(new Refusal.QuotedFeeMismatch(true));
        done(quoted.dateChanging().agree(wish.date(), fee, DUE, null, STAFF, NOW));
        assertThat(quoted.snapshot().charges().getLast().cause()).isEqualTo(Charge.Cause.EXPEDITE);
    }

    @Test
    void a_cancellation_that_comes_to_nothing_returns_where_it_came_from() {
        var order = OrderFixture.in(OrderState.ACKNOWLEDGED);
        done(OrderFixture.cancel(order, null, FREE));
        done(order.cancelling().refuse("Equipment is bought", STAFF, NOW));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.ACKNOWLEDGED);
        assertThat(order.snapshot().items()).extracting(OrderItem::state).containsOnly(ItemState.ACKNOWLEDGED);
    }

    private static NotReady.Limits limits() {
        return new NotReady.Limits(TODAY.plusDays(3), 30, 60, FIRM.plusDays(7));
    }

    private static Order notReady(Order order, int daysAfterDue, boolean noShow) {
        done(order.notReady()
                .report(new NotReady.Report("No power", FIRM.plusDays(daysAfterDue), noShow), limits(), NOW));
        return order;
    }

    @ParameterizedTest
    @CsvSource({"2026-06-03,false", "2026-06-04,true", "2026-08-19,true", "2026-08-20,false"})
    void a_new_date_leaves_notice_and_keeps_to_the_limit(LocalDate newDue, boolean allowed) {
        var order = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        var outcome = order.notReady().report(new NotReady.Report("No power", newDue, false), limits(), NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
        if (!allowed) {
            assertThat(refused(outcome)).isEqualTo(new Refusal.NewDueOutOfLimits(TODAY.plusDays(3), FIRM.plusDays(60)));
        }
    }

    @Test
    void a_customer_who_is_not_ready_puts_the_order_in_jeopardy() {
        var order = notReady(OrderFixture.in(OrderState.AWAITING_ACCEPTANCE), 5, false);
        var now = order.snapshot();
        assertThat(now.state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(now.progress().jeopardy()).extracting("code").isEqualTo(Jeopardy.Code.CUSTOMER_NOT_READY);
        assertThat(now.terms().customerCommitDate()).isEqualTo(FIRM.plusDays(5));
        assertThat(now.hasReached(MilestoneCode.CONNECTION_NOTICE_SENT)).isFalse();
        done(OrderFixture.notice(order));
        done(order.acceptance().accept(FIRM.plusDays(5), OrderFixture::deliver, NOW));
        assertThat(order.snapshot().progress().jeopardy()).isNull();
        assertThat(OrderTest.commencements(order)).containsOnly(FIRM.plusDays(5));
    }

    /** No show, or so much later: the services commence on the date that was committed to. */
    @ParameterizedTest
    @CsvSource({"6,false,6", "7,false,0", "20,false,0", "2,true,0"})
    void services_commence_on_the_original_date_after_a_no_show_or_a_long_delay(
            int daysAfterDue, boolean noShow, int commencesAfter) {
        var order = notReady(OrderFixture.in(OrderState.AWAITING_ACCEPTANCE), daysAfterDue, noShow);
        done(OrderFixture.notice(order));
        done(order.acceptance().accept(FIRM.plusDays(daysAfterDue), OrderFixture::deliver, NOW));
        assertThat(OrderTest.commencements(order)).containsOnly(FIRM.plusDays(commencesAfter));
    }

    @Test
    void on_day_31_installed_services_commence_and_others_are_cancelled_with_their_charge() {
        var day31 = FIRM.plusDays(31);
        var installed = notReady(OrderFixture.in(OrderState.AWAITING_ACCEPTANCE), 5, false);
        assertThat(done(installed.notReady().expire(true, FIFTY, day31.minusDays(1), OrderFixture::deliver, NOW)))
                .isEmpty();
        var events = done(installed.notReady().expire(true, FIFTY, day31, OrderFixture::deliver, NOW));
        assertThat(events)
                .filteredOn(OrderEvent.Accepted.class::isInstance)
                .extracting("outcome")
                .containsExactly(AcceptanceOutcome.CUSTOMER_NOT_READY);
        assertThat(installed.snapshot().state()).isEqualTo(OrderState.COMPLETED);
        for (var commence : List.of(true, false)) {
            var order = commence
                    ? notReady(OrderFixture.in(OrderState.IN_PROGRESS), 5, false)
                    : notReady(OrderFixture.in(OrderState.AWAITING_ACCEPTANCE), 5, false);
            var cancelled = done(order.notReady().expire(commence, FIFTY, day31, OrderFixture::deliver, NOW));
            assertThat(order.snapshot().state()).isEqualTo(OrderState.PENDING_CANCELLATION);
            assertThat(cancelled).hasAtLeastOneElementOfType(OrderEvent.ChargeBillable.class);
        }
    }

    @Property(tries = 60)
    void the_last_day_is_never_before_the_date_that_was_agreed(@ForAll @IntRange(min = 0, max = 60) int days) {
        var order = notReady(OrderFixture.in(OrderState.IN_PROGRESS), days, false);
        var delay = order.snapshot().progress().delay();
        assertThat(delay).isNotNull();
        if (delay != null) {
            assertThat(delay.expiresOn()).isAfterOrEqualTo(FIRM.plusDays(31)).isAfter(FIRM.plusDays(days));
        }
    }

    @Test
    void a_late_wish_to_cancel_counts_as_not_ready_even_when_it_is_refused() {
        var order = OrderFixture.in(OrderState.ASSESSING_CANCELLATION);
        done(order.notReady().count(null, "We moved", limits(), NOW));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.ASSESSING_CANCELLATION);
        assertThat(order.snapshot().progress().delay())
                .isEqualTo(new Progress.CustomerDelay(FIRM, null, false, FIRM.plusDays(31)));
        assertThat(order.snapshot().progress().jeopardy())
                .extracting("code", "level")
                .containsExactly(Jeopardy.Code.CUSTOMER_NOT_READY, Jeopardy.Level.HIGH);
        done(order.cancelling().refuse("The technician is on the way", STAFF, NOW));
        done(order.notReady().expire(true, FIFTY, FIRM.plusDays(31), OrderFixture::deliver, NOW));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.PENDING_CANCELLATION);
    }

    /** Three business days of notice, and 60 days at most; from five business days on the billing date stays. */
    @ParameterizedTest
    @CsvSource({"-17,", "-16,false", "6,false", "7,true", "60,true", "61,"})
    void a_late_wish_for_another_date_keeps_to_the_limits_of_not_ready(int daysAfterDue, Boolean commencesOnDue) {
        var order = OrderFixture.in(OrderState.PENDING);
        var wish = FIRM.plusDays(daysAfterDue);
        var outcome = order.notReady().count(wish, "No power", limits(), NOW);
        if (commencesOnDue == null) {
            assertThat(refused(outcome))
                    .isEqualTo(new Refusal.LateWishOutOfLimits(TODAY.plusDays(3), FIRM.plusDays(60)));
        } else {
            done(outcome);
            assertThat(order.snapshot().progress().delay())
                    .as("not agreed yet")
                    .isEqualTo(new Progress.CustomerDelay(FIRM, null, commencesOnDue, FIRM.plusDays(31)));
        }
    }

    /** An order is not ended before the date that was agreed after all. */
    @ParameterizedTest
    @CsvSource({"40,41", "31,32", "30,31", "3,31"})
    void the_last_day_follows_a_date_that_is_agreed_later(int agreed, int last) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(order.notReady().report(new NotReady.Report("No power", null, false), limits(), NOW));
        done(order.planning().recommit(FIRM.plusDays(agreed), "Agreed on the phone"));
        assertThat(order.snapshot().progress().delay())
                .isEqualTo(new Progress.CustomerDelay(FIRM, FIRM.plusDays(agreed), false, FIRM.plusDays(last)));
        done(OrderFixture.cancel(order, null, FREE));
        done(order.notReady().count(null, "We moved", limits(), NOW));
        assertThat(order.snapshot().progress().delay())
                .extracting(Progress.CustomerDelay::expiresOn)
                .isEqualTo(FIRM.plusDays(last));
    }

    /** The last day of notice is FIRM minus seven. */
    @ParameterizedTest
    @CsvSource({"7,3,true", "6,3,false", "6,-3,true"})
    void whoever_puts_a_date_off_says_so_in_time(int daysBefore, int days, boolean allowed) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var wish = OrderFixture.wish(
                null, new RequestedDate(RequestedDate.Kind.FIRM_DATE, FIRM.plusDays(days)), "The site is late");
        var outcome = order.dateChanging().ask(wish, FREE, OrderFixture.LIMITS, FIRM.minusDays(daysBefore));
        if (allowed) {
            done(outcome);
        } else {
            assertThat(refused(outcome)).isEqualTo(new Refusal.NoticeTooShort(FIRM.minusDays(7)));
        }
    }

    @Test
    void an_order_is_escalated_step_by_step_to_the_top() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        for (var level : Escalation.Level.values()) {
            assertThat(done(order.watching().escalate("Too slow")))
                    .containsExactly(new OrderEvent.Escalated(new Escalation(level, "Too slow")));
        }
        assertThat(refused(order.watching().escalate("Too slow"))).isEqualTo(new Refusal.EscalatedToTheTop());
    }

    @Test
    void jeopardy_is_raised_said_again_only_when_it_changes_and_cleared() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        assertThat(refused(order.watching().clear())).isEqualTo(new Refusal.NoJeopardy());
        var danger = new Jeopardy(Jeopardy.Code.ACCESS, Jeopardy.Level.LOW, "No key", "Get one", NOW);
        done(order.watching().endanger(danger));
        var again = new Jeopardy(Jeopardy.Code.ACCESS, Jeopardy.Level.LOW, "No key", "Get one", DUE);
        assertThat(done(order.watching().endanger(again))).isEmpty();
        var worse = new Jeopardy(Jeopardy.Code.ACCESS, Jeopardy.Level.HIGH, "No key", "Get one", DUE);
        done(order.watching().endanger(worse));
        assertThat(order.snapshot().progress().jeopardy())
                .as("since the first time")
                .extracting("since")
                .isEqualTo(NOW);
        done(order.watching().clear());
        assertThat(order.snapshot().progress().jeopardy()).isNull();
    }

    @Test
    void every_changed_plan_has_its_reason_and_what_is_not_reached_is_missed_once() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var code = MilestoneCode.DESIGN_COMPLETE;
        done(order.planning().plan(code, FIRM.minusDays(9), null));
        assertThat(refused(order.planning().plan(code, FIRM.minusDays(8), " ")))
                .isInstanceOf(Refusal.ReasonMissing.class);
        done(order.planning().plan(code, FIRM.minusDays(8), "Permit"));
        assertThat(done(order.planning().miss(FIRM.minusDays(8)))).isEmpty();
        assertThat(done(order.planning().miss(FIRM.minusDays(7))))
                .hasOnlyElementsOfType(OrderEvent.MilestoneMissed.class)
                .hasSize(1);
        assertThat(done(order.planning().miss(FIRM.minusDays(7)))).isEmpty();
        OrderFixture.reach(order, code);
        assertThat(refused(order.planning().plan(code, FIRM, "x")))
                .isEqualTo(new Refusal.MilestoneReachedAlready(code));
    }

    @Test
    void only_what_a_delivery_can_do_without_is_left_out() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        assertThat(refused(order.planning().skip(MilestoneCode.INSTALL_COMPLETE, "x")))
                .isEqualTo(new Refusal.MilestoneNeeded(MilestoneCode.INSTALL_COMPLETE));
        refused(order.planning().skip(MilestoneCode.SITE_SURVEY_COMPLETE, null));
        done(order.planning().skip(MilestoneCode.SITE_SURVEY_COMPLETE, "Known site"));
    }
}
