package io.controlcenter.order.ordering.messaging;

import io.controlcenter.order.ordering.domain.Charge;
import io.controlcenter.order.ordering.domain.Escalation;
import io.controlcenter.order.ordering.domain.Jeopardy;
import io.controlcenter.order.ordering.domain.Milestone;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.Progress;
import io.controlcenter.order.ordering.domain.Submittal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of the order itself. */
final class OrderNews {

    private OrderNews() {}

    static OrderMessages.Submitted submitted(OrderSnapshot order, Submittal submittal) {
        return new OrderMessages.Submitted(
                order.orderNumber(),
                order.accountId(),
                submittal.at(),
                new OrderMessages.Who(submittal.by().id(), submittal.by().name()),
                order.items().stream()
                        .map(item -> new OrderMessages.SubmittedItem(
                                item.itemId(),
                                item.action().name(),
                                item.product().code(),
                                item.siteId()))
                        .toList());
    }

    static OrderMessages.Rejected rejected(OrderSnapshot order, List<Progress.TerminationError> errors, Instant at) {
        return new OrderMessages.Rejected(
                order.orderNumber(),
                order.accountId(),
                errors.stream()
                        .map(error -> new OrderMessages.Flaw(error.pointer(), error.code(), error.detail()))
                        .toList(),
                at,
                order.terms().contact());
    }

    static OrderMessages.StateChanged changed(OrderSnapshot order, OrderEvent.StateChanged change) {
        return new OrderMessages.StateChanged(
                order.orderNumber(),
                order.accountId(),
                change.from().wire(),
                change.to().wire(),
                order.displayStage().word(),
                change.reason());
    }

    static OrderMessages.ItemOver over(OrderSnapshot order, String itemId, String reason, Instant at) {
        var item = order.items().stream()
                .filter(one -> one.itemId().equals(itemId))
                .findAny()
                .orElseThrow();
        return new OrderMessages.ItemOver(
                order.orderNumber(),
                order.accountId(),
                itemId,
                item.action().name(),
                item.serviceId(),
                reason,
                at,
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.MilestoneReached reached(OrderSnapshot order, Milestone milestone) {
        var notice = order.progress().notice();
        return new OrderMessages.MilestoneReached(
                order.orderNumber(),
                order.accountId(),
                milestone.code().name(),
                milestone.reachedAt(),
                milestone.code().isKey(),
                milestone.note(),
                milestone.code() == MilestoneCode.CONNECTION_NOTICE_SENT && notice != null ? notice.answerBy() : null,
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.MilestoneMissed missed(OrderSnapshot order, Milestone milestone) {
        return new OrderMessages.MilestoneMissed(
                order.orderNumber(),
                order.accountId(),
                milestone.code().name(),
                milestone.plannedDate(),
                milestone.reachedAt(),
                milestone.code().isKey(),
                milestone.note(),
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.DateChanged dated(OrderSnapshot order, OrderEvent.DateChanged change, Instant at) {
        return new OrderMessages.DateChanged(
                order.orderNumber(),
                order.accountId(),
                change.itemId(),
                change.kind().name(),
                change.milestone() == null ? null : change.milestone().name(),
                change.from(),
                change.to(),
                change.reason(),
                at,
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.JeopardyChanged jeopardy(OrderSnapshot order, Jeopardy jeopardy, Instant at) {
        return new OrderMessages.JeopardyChanged(
                order.orderNumber(),
                order.accountId(),
                jeopardy.code().name(),
                jeopardy.level().name(),
                jeopardy.reason(),
                jeopardy.plan(),
                jeopardy.since(),
                at,
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.ChargeChanged charge(OrderSnapshot order, Charge charge, Instant at) {
        return new OrderMessages.ChargeChanged(
                order.orderNumber(),
                order.accountId(),
                charge.chargeId(),
                charge.itemId(),
                serviceId(order, charge),
                charge.cause().name(),
                items(charge.items()),
                charge.responseDueAt(),
                charge.state().name(),
                answeredBy(charge),
                at,
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.ChargeAtRisk atRisk(OrderSnapshot order, Charge charge, Instant at) {
        return new OrderMessages.ChargeAtRisk(
                order.orderNumber(),
                order.accountId(),
                charge.chargeId(),
                charge.itemId(),
                serviceId(order, charge),
                charge.cause().name(),
                items(charge.items()),
                charge.responseDueAt(),
                charge.warned(),
                at,
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.ChargeBillable billable(
            OrderSnapshot order, Charge charge, List<Charge.Line> lines, LocalDate on, Instant at) {
        return new OrderMessages.ChargeBillable(
                order.orderNumber(),
                order.accountId(),
                charge.chargeId(),
                charge.itemId(),
                serviceId(order, charge),
                charge.cause().name(),
                items(lines),
                charge.responseDueAt(),
                charge.state().name(),
                answeredBy(charge),
                at,
                on,
                order.careManager(),
                order.terms().contact());
    }

    private static List<OrderMessages.ChargeItem> items(List<Charge.Line> lines) {
        return lines.stream()
                .map(line -> new OrderMessages.ChargeItem(
                        line.chargeItemId(),
                        line.priceType().name(),
                        line.description(),
                        line.amount(),
                        line.blocking(),
                        line.state().name()))
                .toList();
    }

    /** Of the item that is charged; of the only one when the order is. */
    private static @Nullable String serviceId(OrderSnapshot order, Charge charge) {
        return order.items().stream()
                .filter(item -> order.items().size() == 1 || item.itemId().equals(charge.itemId()))
                .findFirst()
                .map(OrderItem::serviceId)
                .orElse(null);
    }

    private static OrderMessages.@Nullable Who answeredBy(Charge charge) {
        var answer = charge.answer();
        return answer == null
                ? null
                : new OrderMessages.Who(answer.by().id(), answer.by().name());
    }

    static OrderMessages.Escalated escalated(OrderSnapshot order, Escalation escalation, Instant at) {
        return new OrderMessages.Escalated(
                order.orderNumber(),
                order.accountId(),
                escalation.level().name(),
                escalation.reason(),
                at,
                order.careManager(),
                order.terms().contact());
    }

    static OrderMessages.NoteAdded noted(OrderSnapshot order, String text, Person by, Instant at) {
        return new OrderMessages.NoteAdded(
                order.orderNumber(),
                order.accountId(),
                text,
                by.name(),
                by.side().name(),
                at,
                order.careManager(),
                order.terms().contact());
    }
}
