package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.domain.ChangeRequest;
import io.controlcenter.order.ordering.domain.Charge;
import io.controlcenter.order.ordering.domain.OrderEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to an order, as its readers are told. */
final class TimelineWords {

    static final List<String> KINDS = List.of(
            "STATE", "MILESTONE", "DATE", "CONTACT", "DOCUMENT", "NOTE", "CHARGE", "REQUEST", "JEOPARDY", "ESCALATION");

    private TimelineWords() {}

    static String kind(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Drafted _,
                    OrderEvent.Changed _,
                    OrderEvent.Submitted _,
                    OrderEvent.Rejected _,
                    OrderEvent.Waiting _,
                    OrderEvent.StateChanged _,
                    OrderEvent.ItemCancelled _,
                    OrderEvent.ItemFailed _,
                    OrderEvent.PointOfNoReturnReached _,
                    OrderEvent.Accepted _,
                    OrderEvent.Disconnected _ -> "STATE";
            case OrderEvent.MilestoneReached _, OrderEvent.MilestoneMissed _, OrderEvent.MilestoneReset _ ->
                "MILESTONE";
            case OrderEvent.DateChanged _ -> "DATE";
            case OrderEvent.CareManagerAssigned _ -> "CONTACT";
            case OrderEvent.LetterIssued _, OrderEvent.AttachmentAdded _ -> "DOCUMENT";
            case OrderEvent.AcceptanceRejected _, OrderEvent.NoteAdded _ -> "NOTE";
            case OrderEvent.ChargeCreated _,
                    OrderEvent.ChargeAnswered _,
                    OrderEvent.ChargeAtRisk _,
                    OrderEvent.ChargeTimedOut _,
                    OrderEvent.ChargeWithdrawn _,
                    OrderEvent.ChargeBillable _ -> "CHARGE";
            case OrderEvent.RequestMade _, OrderEvent.RequestDecided _ -> "REQUEST";
            case OrderEvent.JeopardyRaised _, OrderEvent.JeopardyCleared _, OrderEvent.CustomerNotReady _ -> "JEOPARDY";
            case OrderEvent.Escalated _ -> "ESCALATION";
        };
    }

    static String text(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Drafted _ -> "The order was drafted.";
            case OrderEvent.Changed(var what) -> what;
            case OrderEvent.Submitted(var submittal) ->
                "Submitted by " + submittal.by().name() + ".";
            case OrderEvent.Rejected(var errors) ->
                errors.stream().map(error -> error.detail()).collect(Collectors.joining(" "));
            case OrderEvent.Waiting(var what) -> "Waiting for " + what.toLowerCase(Locale.ROOT) + ".";
            case OrderEvent.StateChanged change ->
                "From %s to %s."
                        .formatted(change.from().displayStatus(), change.to().displayStatus());
            case OrderEvent.MilestoneReached(var milestone) ->
                "Milestone %s reached%s".formatted(milestone.code(), because(milestone.note()));
            case OrderEvent.MilestoneMissed(var milestone) ->
                "Milestone %s was not reached by %s.".formatted(milestone.code(), milestone.plannedDate());
            case OrderEvent.MilestoneReset(var milestone, var reason) ->
                "Milestone %s is %s: %s"
                        .formatted(milestone.code(), milestone.status().name().toLowerCase(Locale.ROOT), reason);
            case OrderEvent.DateChanged change -> date(change);
            case OrderEvent.CareManagerAssigned(var to, var previous) ->
                previous == null
                        ? to.name() + " cares for this order."
                        : "%s cares for this order instead of %s.".formatted(to.name(), previous.name());
            case OrderEvent.LetterIssued(var letter) -> "Acknowledgement letter %d issued.".formatted(letter.version());
            case OrderEvent.AttachmentAdded(var name) -> "Attached: " + name;
            case OrderEvent.PointOfNoReturnReached(var point) -> "Point of no return: " + point.reason();
            case OrderEvent.JeopardyRaised(var danger) ->
                "Jeopardy %s (%s): %s Plan: %s"
                        .formatted(danger.code(), danger.level(), danger.reason(), danger.plan());
            case OrderEvent.JeopardyCleared(var danger) -> "Jeopardy %s is over.".formatted(danger.code());
            case OrderEvent.ChargeCreated(var charge) ->
                "Charge %s (%s) of %s waits for an answer."
                        .formatted(charge.chargeId(), charge.cause(), amounts(charge.items()));
            case OrderEvent.ChargeAnswered(var charge) ->
                "Charge %s %s.".formatted(charge.chargeId(), charge.isAccepted() ? "accepted" : "declined");
            case OrderEvent.ChargeAtRisk(var charge) ->
                "%d per cent of the time to answer charge %s have passed."
                        .formatted(charge.warned(), charge.chargeId());
            case OrderEvent.ChargeTimedOut(var charge) ->
                "Charge %s was not answered in time and counts as declined.".formatted(charge.chargeId());
            case OrderEvent.ChargeWithdrawn(var charge) -> "Charge %s was withdrawn.".formatted(charge.chargeId());
            case OrderEvent.ChargeBillable(var charge, var lines, var on) ->
                "Charge %s is billed as of %s: %s.".formatted(charge.chargeId(), on, amounts(lines));
            case OrderEvent.RequestMade(var request) -> asked(request);
            case OrderEvent.RequestDecided(var request) ->
                "Request %s: %s.".formatted(request.requestId(), request.state().wire());
            case OrderEvent.ItemCancelled(var itemId, var reason) ->
                "Item %s is cancelled: %s".formatted(itemId, reason);
            case OrderEvent.ItemFailed(var itemId, var reason) -> "Item %s failed: %s".formatted(itemId, reason);
            case OrderEvent.CustomerNotReady(var delay, var reason) ->
                "Customer not ready, at the latest until %s: %s".formatted(delay.expiresOn(), reason);
            case OrderEvent.AcceptanceRejected(var reason) -> "Not accepted: " + reason;
            case OrderEvent.Accepted(var items, var outcome) ->
                "%s; %d services commence.".formatted(sentence(outcome.name()), items.size());
            case OrderEvent.Disconnected(var items) -> "%d services ended.".formatted(items.size());
            case OrderEvent.Escalated(var escalation) ->
                "Escalated to %s: %s".formatted(sentence(escalation.level().name()), escalation.reason());
            case OrderEvent.NoteAdded(var text) -> text;
        };
    }

    private static String because(@Nullable String note) {
        return note == null ? "." : ": " + note;
    }

    private static String date(OrderEvent.DateChanged change) {
        var what =
                switch (change.kind()) {
                    case REQUESTED -> "Requested date" + of(change.itemId());
                    case CCD -> "Customer commit date";
                    case FOC -> "Firm order confirmation";
                    case EXPECTED_COMPLETION -> "Expected completion of item " + change.itemId();
                    case MILESTONE -> "Planned date of " + change.milestone();
                };
        return change.from() == null
                ? "%s is %s%s".formatted(what, change.to(), because(change.reason()))
                : "%s moves from %s to %s%s".formatted(what, change.from(), change.to(), because(change.reason()));
    }

    private static String asked(ChangeRequest request) {
        var wish = request.wish();
        var date = wish.date();
        return date == null
                ? "Cancellation%s asked for: %s".formatted(of(wish.itemId()), wish.reason())
                : "Asked for %s (%s)%s: %s".formatted(date.date(), date.kind(), of(wish.itemId()), wish.reason());
    }

    private static String of(@Nullable String itemId) {
        return itemId == null ? "" : " of item " + itemId;
    }

    private static String amounts(List<Charge.Line> lines) {
        return lines.stream()
                .map(line -> line.amount())
                .reduce((sum, amount) -> sum.plus(amount))
                .map(sum -> sum.amount().toPlainString() + " " + sum.currency())
                .orElse("0");
    }

    private static String sentence(String name) {
        var words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
