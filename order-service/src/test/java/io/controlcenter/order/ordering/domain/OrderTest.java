package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.OrderFixture.CCM;
import static io.controlcenter.order.ordering.domain.OrderFixture.CUSTOMER;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIRM;
import static io.controlcenter.order.ordering.domain.OrderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of domain b.2 that this service knows, allowed and refused. */
class OrderTest {

    private static final Map<String, Function<Order, Outcome>> ASKED = Map.of(
            "confirm", order -> order.confirmRequirements(NOW),
            "submit", order -> order.submit(CUSTOMER, NOW),
            "assign", order -> order.assign(CCM, OrderFixture::serviceId, OrderFixture::letter, NOW),
            "commit", order -> order.report(MilestoneCode.CCD_SET, FIRM, null, NOW),
            "design", order -> order.report(MilestoneCode.DESIGN_COMPLETE, null, null, NOW),
            "accept", order -> order.accept(FIRM, OrderFixture::deliver, NOW),
            "reject", order -> order.rejectAcceptance("no light"));

    private static final Map<String, Set<OrderState>> ALLOWED = Map.of(
            "confirm", EnumSet.of(OrderState.DRAFT),
            "submit", EnumSet.noneOf(OrderState.class), // only once confirmed, tested apart
            "assign",
                    EnumSet.of(
                            OrderState.SUBMITTED,
                            OrderState.ACKNOWLEDGED,
                            OrderState.IN_PROGRESS,
                            OrderState.AWAITING_ACCEPTANCE),
            "commit", EnumSet.of(OrderState.ACKNOWLEDGED),
            "design", EnumSet.of(OrderState.IN_PROGRESS),
            "accept", EnumSet.of(OrderState.AWAITING_ACCEPTANCE),
            "reject", EnumSet.of(OrderState.AWAITING_ACCEPTANCE));

    static Stream<List<Object>> everyAction() {
        return ASKED.keySet().stream()
                .sorted()
                .flatMap(action -> Stream.of(OrderState.values()).map(state -> List.<Object>of(action, state)));
    }

    @ParameterizedTest
    @MethodSource("everyAction")
    void an_order_does_in_each_state_what_it_may_and_nothing_else(List<Object> which) {
        var action = (String) which.get(0);
        var state = (OrderState) which.get(1);
        var order = OrderFixture.in(state);
        var before = order.snapshot();
        var outcome = Objects.requireNonNull(ASKED.get(action)).apply(order);
        if (Objects.requireNonNull(ALLOWED.get(action)).contains(state)) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(order.snapshot()).as("refused, it has not changed").isEqualTo(before);
        }
    }

    @Test
    void a_draft_is_submitted_once_site_contact_and_date_are_there_and_confirmed() {
        var bare = OrderFixture.draft(null, null, null);
        assertThat(bare.confirmRequirements(NOW))
                .isEqualTo(new Outcome.Refused(
                        new Refusal.RequirementsIncomplete(List.of("/items/1/siteId", "/contact", "/requestedDate"))));
        var order = OrderFixture.draft();
        assertThat(order.submit(CUSTOMER, NOW)).isEqualTo(new Outcome.Refused(new Refusal.RequirementsNotConfirmed()));
        order.confirmRequirements(NOW);
        assertThat(order.submit(CUSTOMER, NOW)).isInstanceOf(Outcome.Done.class);
        assertThat(order.snapshot().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(order.snapshot().submittal()).isEqualTo(new Submittal(NOW, CUSTOMER));
    }

    @Test
    void what_was_confirmed_and_then_changed_has_to_be_confirmed_again() {
        var order = OrderFixture.draft();
        order.confirmRequirements(NOW);
        var terms = order.snapshot().terms();
        order.change(new Terms("PO-1", terms.requestedDate(), null, terms.contact()));
        assertThat(order.submit(CUSTOMER, NOW)).isEqualTo(new Outcome.Refused(new Refusal.RequirementsNotConfirmed()));
    }

    @Test
    void the_requested_date_is_fixed_after_the_draft_and_the_contact_is_not() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var terms = order.snapshot().terms();
        var later = new RequestedDate(RequestedDate.Kind.FIRM_DATE, FIRM.plusDays(9));
        assertThat(order.change(new Terms(null, later, FIRM, terms.contact()))).isInstanceOf(Outcome.Refused.class);
        var other = new Contact("Bob", "bob@acme.example", "1");
        assertThat(order.change(new Terms(null, terms.requestedDate(), FIRM, other)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(order.snapshot().terms().contact()).isEqualTo(other);
    }

    @Test
    void the_letter_needs_name_phone_and_email_of_the_care_manager() {
        var order = OrderFixture.in(OrderState.SUBMITTED);
        var incomplete = new CareManager("ccm-2", "Carl", " ", null);
        assertThat(order.assign(incomplete, OrderFixture::serviceId, OrderFixture::letter, NOW))
                .isEqualTo(
                        new Outcome.Refused(new Refusal.CareManagerIncomplete(incomplete, List.of("phone", "email"))));
        assertThat(order.snapshot().letter()).isNull();
    }

    @Test
    void services_are_named_once_at_the_acknowledgement() {
        assertThat(OrderFixture.in(OrderState.SUBMITTED).snapshot().items())
                .extracting(OrderItem::serviceId)
                .containsOnlyNulls();
        var order = OrderFixture.in(OrderState.ACKNOWLEDGED);
        var named = order.snapshot().items().stream().map(OrderItem::serviceId).toList();
        assertThat(named).doesNotContainNull().doesNotHaveDuplicates();
        var other = new CareManager("ccm-2", "Carl Care", "+1 555 0101", "carl@provider.example");
        order.assign(other, OrderFixture::serviceId, OrderFixture::letter, NOW);
        assertThat(order.snapshot().items()).extracting(OrderItem::serviceId).containsExactlyElementsOf(named);
    }

    @Test
    void another_care_manager_re_issues_the_letter_and_the_same_one_does_not() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        assertThat(order.assign(CCM, OrderFixture::serviceId, OrderFixture::letter, NOW))
                .isEqualTo(Outcome.done());
        var other = new CareManager("ccm-2", "Carl Care", "+1 555 0101", "carl@provider.example");
        var outcome = (Outcome.Done) order.assign(other, OrderFixture::serviceId, OrderFixture::letter, NOW);
        assertThat(outcome.events())
                .containsExactly(
                        new OrderEvent.CareManagerAssigned(other, CCM),
                        new OrderEvent.LetterIssued(OrderFixture.letter(2)));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource(MilestoneCode.class)
    void a_milestone_is_reported_by_whom_and_when_it_may(MilestoneCode code) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var outcome = order.report(code, FIRM, "note", NOW);
        if (!code.isReportable()) {
            assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.MilestoneFollowsByItself(code)));
        } else if (code == MilestoneCode.CCD_SET) {
            assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.MilestoneReachedAlready(code)));
        } else if (!Set.of(MilestoneCode.CCD_SET).containsAll(code.prerequisites())) {
            assertThat(outcome).extracting("why").isInstanceOf(Refusal.MilestoneTooEarly.class);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(order.report(code, FIRM, null, NOW))
                    .isEqualTo(new Outcome.Refused(new Refusal.MilestoneReachedAlready(code)));
        }
    }

    @Test
    void the_commit_date_is_needed_and_keeps_a_firm_date() {
        var order = OrderFixture.in(OrderState.ACKNOWLEDGED);
        assertThat(order.report(MilestoneCode.CCD_SET, null, null, NOW))
                .isEqualTo(new Outcome.Refused(new Refusal.CommitDateMissing()));
        assertThat(order.report(MilestoneCode.CCD_SET, FIRM.minusDays(1), null, NOW))
                .isEqualTo(new Outcome.Refused(new Refusal.CommitDateTooEarly(FIRM)));
        order.report(MilestoneCode.CCD_SET, FIRM, null, NOW);
        assertThat(order.snapshot().items()).allMatch(item -> FIRM.equals(item.expectedCompletionDate()));
    }

    @Test
    void acceptance_starts_the_services_but_never_before_a_firm_date() {
        var early = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        early.accept(FIRM.minusDays(5), OrderFixture::deliver, NOW);
        assertThat(commencements(early)).containsOnly(FIRM);
        var late = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        late.accept(FIRM.plusDays(3), OrderFixture::deliver, NOW);
        assertThat(commencements(late)).containsOnly(FIRM.plusDays(3));
    }

    private static List<LocalDate> commencements(Order order) {
        var dates = new ArrayList<LocalDate>();
        order.snapshot()
                .items()
                .forEach(item ->
                        dates.add(Objects.requireNonNull(item.delivery()).commencementDate()));
        return dates;
    }

    @Test
    void a_rejected_acceptance_needs_a_reason_and_a_new_test_and_notice() {
        var order = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        assertThat(order.rejectAcceptance(" ")).isEqualTo(new Outcome.Refused(new Refusal.ReasonMissing()));
        order.rejectAcceptance("no light on port 2");
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(order.report(MilestoneCode.CONNECTION_NOTICE_SENT, null, null, NOW))
                .isEqualTo(new Outcome.Refused(new Refusal.MilestoneTooEarly(
                        MilestoneCode.CONNECTION_NOTICE_SENT, List.of(MilestoneCode.TEST_AND_TURN_UP_PASSED))));
        OrderFixture.reach(order, MilestoneCode.TEST_AND_TURN_UP_PASSED, MilestoneCode.CONNECTION_NOTICE_SENT);
        assertThat(order.accept(FIRM, OrderFixture::deliver, NOW)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void a_state_is_found_again_by_its_wire_name(OrderState state) {
        assertThat(OrderState.of(state.wire())).isEqualTo(state);
    }
}
