package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.MilestoneCode.CCD_SET;
import static io.controlcenter.order.ordering.domain.MilestoneCode.CONNECTION_NOTICE_SENT;
import static io.controlcenter.order.ordering.domain.MilestoneCode.TEST_AND_TURN_UP_PASSED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An order from draft to customer acceptance (domain b.2). It decides what may happen to it and says what did; it knows
 * no clock, no database and no web. Refused, it has not changed.
 */
public final class Order {

    private final OrderSnapshot origin;
    private OrderState state;
    private Terms terms;
    private List<OrderItem> items;
    private final Map<MilestoneCode, Milestone> milestones = new EnumMap<>(MilestoneCode.class);
    private @Nullable Instant requirementsConfirmedAt;
    private @Nullable CareManager careManager;
    private @Nullable Letter letter;
    private @Nullable Submittal submittal;
    private @Nullable Instant completedAt;

    private Order(OrderSnapshot origin) {
        this.origin = origin;
        this.state = origin.state();
        this.terms = origin.terms();
        this.items = origin.items();
        this.requirementsConfirmedAt = origin.requirementsConfirmedAt();
        this.careManager = origin.careManager();
        this.letter = origin.letter();
        this.submittal = origin.submittal();
        this.completedAt = origin.completedAt();
        origin.milestones().forEach(milestone -> milestones.put(milestone.code(), milestone));
    }

    public static Order of(OrderSnapshot snapshot) {
        return new Order(snapshot);
    }

    public OrderSnapshot snapshot() {
        return new OrderSnapshot(
                origin.orderNumber(),
                origin.enterpriseId(),
                origin.accountId(),
                state,
                terms,
                items,
                List.copyOf(milestones.values()),
                requirementsConfirmedAt,
                careManager,
                letter,
                origin.createdAt(),
                origin.createdBy(),
                submittal,
                completedAt,
                origin.version());
    }

    /** Changes what a draft asks for, which then has to be confirmed again; later only the contact and reference. */
    public Outcome change(Terms to) {
        if (state.isTerminal()) {
            return notNow("changed");
        }
        if (state != OrderState.DRAFT && !java.util.Objects.equals(to.requestedDate(), terms.requestedDate())) {
            return notNow("given another requested date");
        }
        if (state == OrderState.DRAFT && !to.equals(terms)) {
            requirementsConfirmedAt = null;
            milestones.remove(MilestoneCode.REQUIREMENTS_CONFIRMED);
        }
        terms = to;
        return Outcome.done();
    }

    /** Sales or the customer confirm that sites, contact and date are what is wanted (handbook S12). */
    public Outcome confirmRequirements(Instant at) {
        if (state != OrderState.DRAFT) {
            return notNow("confirmed");
        }
        var missing = missingRequirements();
        if (!missing.isEmpty()) {
            return new Outcome.Refused(new Refusal.RequirementsIncomplete(missing));
        }
        requirementsConfirmedAt = at;
        return Outcome.done(reach(MilestoneCode.REQUIREMENTS_CONFIRMED, at, null));
    }

    private List<String> missingRequirements() {
        var missing = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).siteId() == null) {
                missing.add("/items/" + i + "/siteId");
            }
        }
        if (terms.contact() == null) {
            missing.add("/contact");
        }
        if (terms.requestedDate() == null) {
            missing.add("/requestedDate");
        }
        return missing;
    }

    public Outcome submit(Person by, Instant at) {
        if (state != OrderState.DRAFT) {
            return notNow("submitted");
        }
        if (requirementsConfirmedAt == null) {
            return new Outcome.Refused(new Refusal.RequirementsNotConfirmed());
        }
        submittal = new Submittal(at, by);
        return Outcome.done(
                new OrderEvent.Submitted(submittal),
                move(OrderState.SUBMITTED, null),
                reach(MilestoneCode.SUBMITTED, at, null));
    }

    /**
     * Gives the order its care manager, or another one. A submitted order is acknowledged with it: the letter needs the
     * care manager's name, phone number and e-mail address, all three. A later change re-issues the letter.
     *
     * @param serviceIds names the services that the items become, once, at the acknowledgement
     * @param issue issues the letter in the version given, for the order as it is then
     */
    public Outcome assign(CareManager to, Supplier<String> serviceIds, Function<Integer, Letter> issue, Instant at) {
        if (state == OrderState.DRAFT || state.isTerminal()) {
            return notNow("given a care manager");
        }
        var missing = to.missingForLetter();
        if (!missing.isEmpty()) {
            return new Outcome.Refused(new Refusal.CareManagerIncomplete(to, missing));
        }
        if (to.equals(careManager)) {
            return Outcome.done();
        }
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderEvent.CareManagerAssigned(to, careManager));
        careManager = to;
        if (state == OrderState.SUBMITTED) {
            items = items.stream().map(item -> item.becoming(serviceIds.get())).toList();
        }
        letter = issue.apply(letter == null ? 1 : letter.version() + 1);
        if (state == OrderState.SUBMITTED) {
            events.add(reach(MilestoneCode.CCM_ASSIGNED, at, null));
            events.add(move(OrderState.ACKNOWLEDGED, null));
            events.add(reach(MilestoneCode.ACKNOWLEDGED, at, null));
        }
        events.add(new OrderEvent.LetterIssued(letter));
        return new Outcome.Done(events);
    }

    /**
     * The care manager reports a milestone. The commit date starts fulfilment; the connection notice, which needs a
     * tested installation before it, hands the order to the customer for acceptance.
     *
     * @param date only for {@code CCD_SET}: the customer commit date
     */
    public Outcome report(MilestoneCode code, @Nullable LocalDate date, @Nullable String note, Instant at) {
        if (!code.isReportable()) {
            return new Outcome.Refused(new Refusal.MilestoneFollowsByItself(code));
        }
        if (state != OrderState.IN_PROGRESS && !(state == OrderState.ACKNOWLEDGED && code == CCD_SET)) {
            return notNow("reported on");
        }
        if (hasReached(code)) {
            return new Outcome.Refused(new Refusal.MilestoneReachedAlready(code));
        }
        var missing = code.prerequisites().stream()
                .filter(before -> !hasReached(before))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return new Outcome.Refused(new Refusal.MilestoneTooEarly(code, missing));
        }
        return switch (code) {
            case CCD_SET -> commitTo(date, note, at);
            case CONNECTION_NOTICE_SENT -> awaitAcceptance(note, at);
            default -> Outcome.done(reach(code, at, note));
        };
    }

    private Outcome commitTo(@Nullable LocalDate date, @Nullable String note, Instant at) {
        if (date == null) {
            return new Outcome.Refused(new Refusal.CommitDateMissing());
        }
        var firm = firmDate();
        if (firm.filter(date::isBefore).isPresent()) {
            return new Outcome.Refused(new Refusal.CommitDateTooEarly(firm.get()));
        }
        terms = terms.committedTo(date);
        items = items.stream().map(item -> item.expectedOn(date)).toList();
        return Outcome.done(
                new OrderEvent.CommitDateSet(date), move(OrderState.IN_PROGRESS, null), reach(CCD_SET, at, note));
    }

    private Outcome awaitAcceptance(@Nullable String note, Instant at) {
        items = items.stream()
                .map(item -> item.in(OrderItem.State.AWAITING_ACCEPTANCE))
                .toList();
        return Outcome.done(move(OrderState.AWAITING_ACCEPTANCE, null), reach(CONNECTION_NOTICE_SENT, at, note));
    }

    /**
     * The customer accepts: the services are installed, and commence on this date, but never before a firm date.
     *
     * @param today the date of acceptance in the account's zone
     * @param deliver makes the service and circuit of an item
     */
    public Outcome accept(LocalDate today, Delivering deliver, Instant at) {
        if (state != OrderState.AWAITING_ACCEPTANCE) {
            return notNow("accepted");
        }
        var commencement = firmDate().filter(today::isBefore).orElse(today);
        items = items.stream()
                .map(item -> item.delivered(deliver.deliver(item, commencement)))
                .toList();
        completedAt = at;
        return Outcome.done(
                move(OrderState.COMPLETED, null),
                reach(MilestoneCode.CUSTOMER_ACCEPTED, at, null),
                new OrderEvent.Accepted(items));
    }

    /** The customer does not accept: test and turn-up has to be passed, and the notice sent, again. */
    public Outcome rejectAcceptance(@Nullable String reason) {
        if (state != OrderState.AWAITING_ACCEPTANCE) {
            return notNow("rejected");
        }
        if (reason == null || reason.isBlank()) {
            return new Outcome.Refused(new Refusal.ReasonMissing());
        }
        items = items.stream().map(item -> item.in(OrderItem.State.IN_PROGRESS)).toList();
        milestones.remove(TEST_AND_TURN_UP_PASSED);
        milestones.remove(CONNECTION_NOTICE_SENT);
        return Outcome.done(new OrderEvent.AcceptanceRejected(reason), move(OrderState.IN_PROGRESS, reason));
    }

    /** Makes the service and the circuit that an item becomes. */
    @FunctionalInterface
    public interface Delivering {
        OrderItem.Delivery deliver(OrderItem item, LocalDate commencement);
    }

    private Optional<LocalDate> firmDate() {
        return Optional.ofNullable(terms.requestedDate())
                .filter(requested -> requested.kind() == RequestedDate.Kind.FIRM_DATE)
                .map(RequestedDate::date);
    }

    private boolean hasReached(MilestoneCode code) {
        var milestone = milestones.get(code);
        return milestone != null && milestone.status() == Milestone.Status.REACHED;
    }

    private OrderEvent reach(MilestoneCode code, Instant at, @Nullable String note) {
        var milestone = Milestone.reached(code, at, note);
        milestones.put(code, milestone);
        return new OrderEvent.MilestoneReached(milestone);
    }

    private OrderEvent move(OrderState to, @Nullable String reason) {
        var from = state;
        state = to;
        return new OrderEvent.StateChanged(from, to, reason);
    }

    private Outcome.Refused notNow(String what) {
        return new Outcome.Refused(new Refusal.NotInThisState(what, state));
    }
}
