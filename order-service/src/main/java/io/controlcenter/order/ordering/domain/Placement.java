package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** From the draft to the acknowledgement letter. */
public final class Placement {

    private final Sheet sheet;

    Placement(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Changes what a draft asks for, which then has to be confirmed again; later only the contact and reference. */
    public Outcome change(Terms to) {
        if (sheet.state.isTerminal()) {
            return sheet.notNow("changed");
        }
        var draft = sheet.state == OrderState.DRAFT;
        if (!draft && !Objects.equals(to.requestedDate(), sheet.terms.requestedDate())) {
            return sheet.notNow("given another requested date here");
        }
        if (!draft && to.contact() == null) {
            return Sheet.refused(new Refusal.ContactNeeded());
        }
        if (to.equals(sheet.terms)) {
            return Outcome.done();
        }
        if (draft) {
            unconfirm();
        }
        sheet.terms = to;
        return Outcome.done(new OrderEvent.Changed("Contact, reference or date changed."));
    }

    /** Changes the contacts of an item and, in a draft, its site. */
    public Outcome changeItem(String itemId, UnaryOperator<OrderItem> change) {
        var item = sheet.item(itemId).orElse(null);
        if (item == null) {
            return Sheet.refused(new Refusal.UnknownItem(itemId));
        }
        if (sheet.state.isTerminal() || !item.isOpen()) {
            return sheet.notNow("changed");
        }
        var changed = change.apply(item);
        var draft = sheet.state == OrderState.DRAFT;
        if (!draft && !Objects.equals(changed.siteId(), item.siteId())) {
            return sheet.notNow("moved to another site");
        }
        if (changed.equals(item)) {
            return Outcome.done();
        }
        if (draft) {
            unconfirm();
        }
        sheet.each(one -> one.itemId().equals(itemId), _ -> changed);
        return Outcome.done(new OrderEvent.Changed("Item " + itemId + " changed."));
    }

    private void unconfirm() {
        sheet.requirementsConfirmedAt = null;
        sheet.forget(MilestoneCode.REQUIREMENTS_CONFIRMED);
    }

    /** Sales or the customer confirm that sites, contact and date are what is wanted (handbook S12). */
    public Outcome confirmRequirements(Instant at) {
        if (sheet.state != OrderState.DRAFT) {
            return sheet.notNow("confirmed");
        }
        var missing = missingRequirements();
        if (!missing.isEmpty()) {
            return Sheet.refused(new Refusal.RequirementsIncomplete(missing));
        }
        sheet.requirementsConfirmedAt = at;
        return Outcome.done(sheet.reach(MilestoneCode.REQUIREMENTS_CONFIRMED, at, null));
    }

    private List<String> missingRequirements() {
        var missing = new ArrayList<String>();
        for (int i = 0; i < sheet.items.size(); i++) {
            var item = sheet.items.get(i);
            if (item.siteId() == null && item.action() != OrderItem.Action.DELETE) {
                missing.add("/items/" + i + "/siteId");
            }
        }
        if (sheet.terms.contact() == null) {
            missing.add("/contact");
        }
        if (sheet.terms.requestedDate() == null) {
            missing.add("/requestedDate");
        }
        return missing;
    }

    public Outcome submit(Person by, Instant at) {
        if (sheet.state != OrderState.DRAFT) {
            return sheet.notNow("submitted");
        }
        if (sheet.requirementsConfirmedAt == null) {
            return Sheet.refused(new Refusal.RequirementsNotConfirmed());
        }
        var submittal = new Submittal(at, by);
        sheet.submittal = submittal;
        var wanted = Objects.requireNonNull(sheet.terms.requestedDate());
        var expedite = wanted.kind() == RequestedDate.Kind.EXPEDITE;
        sheet.each(
                OrderItem::isOpen,
                item -> item.with(item.fulfilment().in(ItemState.SUBMITTED).expedite(expedite, false)));
        return Outcome.done(
                new OrderEvent.Submitted(submittal),
                sheet.move(OrderState.SUBMITTED, null),
                sheet.reach(MilestoneCode.SUBMITTED, at, null));
    }

    /** What was submitted cannot be delivered as it is; the customer orders again. */
    public Outcome reject(List<Progress.TerminationError> errors, Instant at) {
        if (sheet.state != OrderState.SUBMITTED) {
            return sheet.notNow("rejected");
        }
        sheet.progress = sheet.progress.rejected(errors);
        sheet.moveItems(ItemState.REJECTED);
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderEvent.Rejected(errors));
        sheet.end(OrderState.REJECTED, errors.getFirst().detail(), at, events);
        return new Outcome.Done(events);
    }

    /**
     * Gives the order its care manager, or another one in flight, which re-issues the letter. The letter needs the care
     * manager's name, phone number and e-mail address, all three.
     *
     * @param issue issues the letter in the version given, for the order as it is then
     */
    public Outcome assign(CareManager to, Function<Integer, Letter> issue, Instant at) {
        if (sheet.state == OrderState.DRAFT || sheet.state.isTerminal()) {
            return sheet.notNow("given a care manager");
        }
        var missing = to.missingForLetter();
        if (!missing.isEmpty()) {
            return Sheet.refused(new Refusal.CareManagerIncomplete(to, missing));
        }
        if (to.equals(sheet.careManager)) {
            return Outcome.done();
        }
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderEvent.CareManagerAssigned(to, sheet.careManager));
        sheet.careManager = to;
        if (!sheet.hasReached(MilestoneCode.CCM_ASSIGNED)) {
            events.add(sheet.reach(MilestoneCode.CCM_ASSIGNED, at, null));
        }
        if (sheet.letter != null) {
            sheet.letter = issue.apply(sheet.letter.version() + 1);
            events.add(new OrderEvent.LetterIssued(sheet.letter));
        }
        return new Outcome.Done(events);
    }

    /** What ordering knows of the customer's credit: whether it is needed, and what was decided. */
    public enum Credit {
        NOT_NEEDED,
        APPROVED,
        AWAITED
    }

    /**
     * Acknowledges a submitted order that has its care manager and the credit that it needs, and waits visibly
     * otherwise.
     *
     * @param serviceIds names as many services as asked, for the items that are new ones
     * @param disconnectOn when services that are disconnected end; asked of nothing else
     */
    public Outcome acknowledge(
            Credit credit,
            IntFunction<List<String>> serviceIds,
            Function<Integer, Letter> issue,
            LocalDate disconnectOn,
            Instant at) {
        if (sheet.state != OrderState.SUBMITTED || sheet.careManager == null) {
            return sheet.notNow("acknowledged");
        }
        if (credit == Credit.AWAITED) {
            return awaitCredit();
        }
        var events = new ArrayList<OrderEvent>();
        sheet.progress = sheet.progress.waitingFor(null);
        if (credit == Credit.APPROVED) {
            events.add(sheet.reach(MilestoneCode.CREDIT_DECIDED, at, "Credit approved."));
        }
        nameServices(serviceIds);
        sheet.letter = issue.apply(1);
        events.add(sheet.move(OrderState.ACKNOWLEDGED, null));
        events.add(sheet.reach(MilestoneCode.ACKNOWLEDGED, at, null));
        events.add(new OrderEvent.LetterIssued(sheet.letter));
        if (sheet.isDisconnect()) {
            new Disconnecting(sheet).begin(disconnectOn, at, events);
        }
        return new Outcome.Done(events);
    }

    private Outcome awaitCredit() {
        if ("CREDIT".equals(sheet.progress.waitingFor())) {
            return Outcome.done();
        }
        sheet.progress = sheet.progress.waitingFor("CREDIT");
        return Outcome.done(new OrderEvent.Waiting("CREDIT"));
    }

    private void nameServices(IntFunction<List<String>> serviceIds) {
        var fresh =
                sheet.items.stream().filter(item -> item.serviceId() == null).count();
        var names = serviceIds.apply((int) fresh).iterator();
        sheet.each(
                OrderItem::isOpen,
                item -> (item.serviceId() == null ? item.becoming(names.next()) : item).in(ItemState.ACKNOWLEDGED));
    }
}
