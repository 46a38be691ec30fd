package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.OrderFixture.CCM;
import static io.controlcenter.order.ordering.domain.OrderFixture.CUSTOMER;
import static io.controlcenter.order.ordering.domain.OrderFixture.FIRM;
import static io.controlcenter.order.ordering.domain.OrderFixture.NOW;
import static io.controlcenter.order.ordering.domain.OrderFixture.TODAY;
import static io.controlcenter.order.ordering.domain.OrderFixture.done;
import static io.controlcenter.order.ordering.domain.OrderFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an order says on its way from draft to acceptance. */
class OrderTest {

    private static final CareManager OTHER =
            new CareManager("ccm-2", "Carl Care", "+1 555 0101", "carl@provider.example");

    @Test
    void a_draft_is_submitted_once_site_contact_and_date_are_there_and_confirmed() {
        var bare = OrderFixture.draft(null, null, (String) null);
        assertThat(refused(bare.placement().confirmRequirements(NOW)))
                .isEqualTo(
                        new Refusal.RequirementsIncomplete(List.of("/items/1/siteId", "/contact", "/requestedDate")));
        var order = OrderFixture.draft();
        assertThat(refused(order.placement().submit(CUSTOMER, NOW))).isEqualTo(new Refusal.RequirementsNotConfirmed());
        OrderFixture.submit(order);
        assertThat(order.snapshot().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(order.snapshot().submittal()).isEqualTo(new Submittal(NOW, CUSTOMER));
    }

    @Test
    void what_was_confirmed_and_then_changed_has_to_be_confirmed_again() {
        var order = OrderFixture.draft();
        done(order.placement().confirmRequirements(NOW));
        var terms = order.snapshot().terms();
        done(order.placement().change(new Terms("PO-1", terms.requestedDate(), null, null, terms.contact())));
        assertThat(refused(order.placement().submit(CUSTOMER, NOW))).isEqualTo(new Refusal.RequirementsNotConfirmed());
        done(order.placement().confirmRequirements(NOW));
        done(order.placement().changeItem("2", item -> item.at("SITE-7", OrderItem.Contacts.NONE)));
        assertThat(refused(order.placement().submit(CUSTOMER, NOW))).isEqualTo(new Refusal.RequirementsNotConfirmed());
    }

    @Test
    void the_requested_date_and_sites_are_fixed_after_the_draft_and_contacts_are_not() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var terms = order.snapshot().terms();
        var later = new RequestedDate(RequestedDate.Kind.FIRM_DATE, FIRM.plusDays(9));
        refused(order.placement().change(new Terms(null, later, FIRM, null, terms.contact())));
        assertThat(refused(order.placement().change(new Terms(null, terms.requestedDate(), FIRM, null, null))))
                .isEqualTo(new Refusal.ContactNeeded());
        var other = new Contact("Bob", "bob@acme.example", "1");
        done(order.placement().change(new Terms(null, terms.requestedDate(), FIRM, null, other)));
        assertThat(order.snapshot().terms().contact()).isEqualTo(other);
        refused(order.placement().changeItem("1", item -> item.at("SITE-7", item.contacts())));
        done(order.placement().changeItem("1", item -> item.at(item.siteId(), new OrderItem.Contacts(other, null))));
        assertThat(order.snapshot().items().getFirst().contacts().implementation())
                .isEqualTo(other);
        assertThat(refused(order.placement().changeItem("9", item -> item))).isEqualTo(new Refusal.UnknownItem("9"));
    }

    @Test
    void the_letter_needs_name_phone_and_email_of_the_care_manager() {
        var order = OrderFixture.in(OrderState.SUBMITTED);
        var incomplete = new CareManager("ccm-2", "Carl", " ", null);
        assertThat(refused(order.placement().assign(incomplete, OrderFixture::letter, NOW)))
                .isEqualTo(new Refusal.CareManagerIncomplete(incomplete, List.of("phone", "email")));
        assertThat(order.snapshot().letter()).isNull();
    }

    @Test
    void an_order_waits_visibly_for_its_credit_and_tells_when_it_is_decided() {
        var order = OrderFixture.in(OrderState.SUBMITTED);
        refused(OrderFixture.acknowledge(order, Placement.Credit.APPROVED));
        done(order.placement().assign(CCM, OrderFixture::letter, NOW));
        assertThat(done(OrderFixture.acknowledge(order, Placement.Credit.AWAITED)))
                .containsExactly(new OrderEvent.Waiting("CREDIT"));
        assertThat(done(OrderFixture.acknowledge(order, Placement.Credit.AWAITED)))
                .as("once")
                .isEmpty();
        assertThat(order.snapshot().progress().waitingFor()).isEqualTo("CREDIT");
        assertThat(order.snapshot().letter()).isNull();
        done(OrderFixture.acknowledge(order, Placement.Credit.APPROVED));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.ACKNOWLEDGED);
        assertThat(order.snapshot().progress().waitingFor()).isNull();
        assertThat(order.snapshot().hasReached(MilestoneCode.CREDIT_DECIDED)).isTrue();
        assertThat(OrderFixture.in(OrderState.ACKNOWLEDGED).snapshot().hasReached(MilestoneCode.CREDIT_DECIDED))
                .as("not where none was needed")
                .isFalse();
    }

    @Test
    void services_are_named_once_at_the_acknowledgement() {
        assertThat(OrderFixture.in(OrderState.SUBMITTED).snapshot().items())
                .extracting(OrderItem::serviceId)
                .containsOnlyNulls();
        var order = OrderFixture.in(OrderState.ACKNOWLEDGED);
        var named = order.snapshot().items().stream().map(OrderItem::serviceId).toList();
        assertThat(named).doesNotContainNull().doesNotHaveDuplicates();
        done(order.placement().assign(OTHER, OrderFixture::letter, NOW));
        assertThat(order.snapshot().items()).extracting(OrderItem::serviceId).containsExactlyElementsOf(named);
    }

    @Test
    void another_care_manager_re_issues_the_letter_and_the_same_one_does_not() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        assertThat(done(order.placement().assign(CCM, OrderFixture::letter, NOW)))
                .isEmpty();
        assertThat(done(order.placement().assign(OTHER, OrderFixture::letter, NOW)))
                .containsExactly(
                        new OrderEvent.CareManagerAssigned(OTHER, CCM),
                        new OrderEvent.LetterIssued(OrderFixture.letter(2)));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource(MilestoneCode.class)
    void a_milestone_is_reported_by_whom_and_when_it_may(MilestoneCode code) {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        var outcome = order.delivering().report(code, "note", NOW);
        if (!code.isReportable()) {
            assertThat(refused(outcome)).isEqualTo(new Refusal.MilestoneFollowsByItself(code));
        } else if (code == MilestoneCode.CCD_SET) {
            assertThat(refused(outcome)).isEqualTo(new Refusal.MilestoneReachedAlready(code));
        } else if (!Set.of(MilestoneCode.CCD_SET).containsAll(code.prerequisites())) {
            assertThat(refused(outcome)).isInstanceOf(Refusal.MilestoneTooEarly.class);
        } else {
            done(outcome);
            assertThat(refused(order.delivering().report(code, null, NOW)))
                    .isEqualTo(new Refusal.MilestoneReachedAlready(code));
        }
    }

    @Test
    void the_commit_date_is_needed_and_keeps_a_firm_date() {
        var order = OrderFixture.in(OrderState.ACKNOWLEDGED);
        var none = new Delivering.Commitment(null, List.of(), null, OrderFixture.DUE);
        assertThat(refused(order.delivering().commit(none, null, NOW))).isInstanceOf(Refusal.DateMissing.class);
        assertThat(refused(OrderFixture.commit(order, FIRM.minusDays(1))))
                .isEqualTo(new Refusal.CommitDateTooEarly(FIRM));
        done(OrderFixture.commit(order, FIRM));
        assertThat(order.snapshot().items())
                .allMatch(item -> FIRM.equals(item.fulfilment().expectedCompletionDate()));
        assertThat(refused(order.planning().recommit(FIRM.minusDays(1), "early")))
                .isEqualTo(new Refusal.CommitDateTooEarly(FIRM));
        assertThat(refused(order.planning().recommit(FIRM.plusDays(1), " "))).isInstanceOf(Refusal.ReasonMissing.class);
    }

    @Test
    void a_carriers_confirmation_needs_its_date() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        assertThat(refused(order.delivering().confirmedByCarrier(null, null, NOW)))
                .isInstanceOf(Refusal.DateMissing.class);
        done(order.delivering().confirmedByCarrier(FIRM, null, NOW));
        assertThat(order.snapshot().terms().focDate()).isEqualTo(FIRM);
    }

    @Test
    void acceptance_starts_the_services_but_never_before_a_firm_date() {
        var early = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        done(early.acceptance().accept(FIRM.minusDays(5), OrderFixture::deliver, NOW));
        assertThat(commencements(early)).containsOnly(FIRM);
        assertThat(early.snapshot().hasReached(MilestoneCode.BILLING_STARTED))
                .as("not before its day")
                .isFalse();
        done(early.acceptance().startBilling(NOW));
        assertThat(early.snapshot().hasReached(MilestoneCode.BILLING_STARTED)).isTrue();
        assertThat(done(early.acceptance().startBilling(NOW))).as("once").isEmpty();
        var late = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        done(late.acceptance().accept(FIRM.plusDays(3), OrderFixture::deliver, NOW));
        assertThat(commencements(late)).containsOnly(FIRM.plusDays(3));
        assertThat(late.snapshot().hasReached(MilestoneCode.BILLING_STARTED)).isTrue();
    }

    static List<LocalDate> commencements(Order order) {
        var dates = new ArrayList<LocalDate>();
        order.snapshot().items().stream()
                .filter(item -> item.delivery() != null)
                .forEach(item ->
                        dates.add(Objects.requireNonNull(item.delivery()).commencementDate()));
        return dates;
    }

    @Test
    void a_notice_that_nobody_answers_is_acceptance_from_its_last_moment_on() {
        var order = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        var due = NOW.plus(Duration.ofDays(7));
        assertThat(done(order.acceptance().deem(TODAY, OrderFixture::deliver, due.minusMillis(1))))
                .isEmpty();
        var events = done(order.acceptance().deem(TODAY, OrderFixture::deliver, due));
        assertThat(events)
                .filteredOn(OrderEvent.Accepted.class::isInstance)
                .extracting("outcome")
                .containsExactly(AcceptanceOutcome.DEEMED_ACCEPTED);
        assertThat(done(order.acceptance().deem(TODAY, OrderFixture::deliver, due)))
                .as("once")
                .isEmpty();
    }

    @Test
    void a_rejected_acceptance_needs_a_reason_and_a_new_test_and_notice() {
        var order = OrderFixture.in(OrderState.AWAITING_ACCEPTANCE);
        assertThat(refused(order.acceptance().reject(" "))).isInstanceOf(Refusal.ReasonMissing.class);
        done(order.acceptance().reject("no light on port 2"));
        assertThat(order.snapshot().state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(refused(OrderFixture.notice(order)))
                .isEqualTo(new Refusal.MilestoneTooEarly(
                        MilestoneCode.CONNECTION_NOTICE_SENT, List.of(MilestoneCode.TEST_AND_TURN_UP_PASSED)));
        OrderFixture.reach(order, MilestoneCode.TEST_AND_TURN_UP_PASSED);
        done(OrderFixture.notice(order));
        done(order.acceptance().accept(FIRM, OrderFixture::deliver, NOW));
    }

    @Test
    void a_connection_notice_needs_the_care_manager_as_they_are_today() {
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        OrderFixture.reach(
                order,
                MilestoneCode.DESIGN_COMPLETE,
                MilestoneCode.INSTALL_COMPLETE,
                MilestoneCode.TEST_AND_TURN_UP_PASSED);
        var unreachable = new CareManager("ccm-1", "Carla Care", null, "ccm@provider.example");
        assertThat(refused(order.delivering()
                        .noticeConnection(unreachable, new Progress.Notice(NOW, TODAY, NOW), null, NOW)))
                .isEqualTo(new Refusal.CareManagerIncomplete(unreachable, List.of("phone")));
        done(OrderFixture.notice(order));
    }

    @Test
    void an_order_of_which_a_part_failed_completes_in_part_and_one_that_failed_in_whole_has_failed() {
        var partial = OrderFixture.in(OrderState.PARTIAL);
        assertThat(partial.snapshot().items())
                .extracting(OrderItem::state)
                .containsExactly(ItemState.FAILED, ItemState.COMPLETED);
        assertThat(commencements(partial)).hasSize(1);
        assertThat(commencements(OrderFixture.in(OrderState.FAILED))).isEmpty();
        var order = OrderFixture.in(OrderState.IN_PROGRESS);
        done(order.delivering().fail("1", "No duct", NOW));
        assertThat(refused(order.delivering().fail("1", "Again", NOW)))
                .isEqualTo(new Refusal.ItemOver("1", ItemState.FAILED));
    }
}
