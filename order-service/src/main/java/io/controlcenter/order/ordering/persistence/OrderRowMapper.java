package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.ChangeRequest;
import io.controlcenter.order.ordering.domain.Charge;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.Escalation;
import io.controlcenter.order.ordering.domain.Jeopardy;
import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.Milestone;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.OrderState;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.Progress;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.order.ordering.domain.Submittal;
import io.controlcenter.order.ordering.domain.Terms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import org.mapstruct.ReportingPolicy;

/** Flattens an order into its row, and back. */
@Mapper(componentModel = MappingConstants.ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface OrderRowMapper {

    @Mapping(target = "state", expression = "java(order.state().wire())")
    @Mapping(target = "externalId", source = "order.terms.externalId")
    @Mapping(target = "requestedKind", source = "order.terms.requestedDate.kind")
    @Mapping(target = "requestedDate", source = "order.terms.requestedDate.date")
    @Mapping(target = "customerCommitDate", source = "order.terms.customerCommitDate")
    @Mapping(target = "focDate", source = "order.terms.focDate")
    @Mapping(target = "contactName", source = "order.terms.contact.name")
    @Mapping(target = "contactEmail", source = "order.terms.contact.email")
    @Mapping(target = "contactPhone", source = "order.terms.contact.phone")
    @Mapping(target = "careManagerId", source = "order.careManager.userId")
    @Mapping(target = "careManagerName", source = "order.careManager.name")
    @Mapping(target = "careManagerPhone", source = "order.careManager.phone")
    @Mapping(target = "careManagerEmail", source = "order.careManager.email")
    @Mapping(target = "letterDocumentId", source = "order.letter.documentId")
    @Mapping(target = "letterVersion", source = "order.letter.version")
    @Mapping(target = "letterIssuedAt", source = "order.letter.issuedAt")
    @Mapping(target = "createdBy", source = "order.createdBy.id")
    @Mapping(target = "createdByName", source = "order.createdBy.name")
    @Mapping(target = "createdBySide", source = "order.createdBy.side")
    @Mapping(target = "submittedAt", source = "order.submittal.at")
    @Mapping(target = "submittedBy", source = "order.submittal.by.id")
    @Mapping(target = "submittedByName", source = "order.submittal.by.name")
    @Mapping(target = "submittedBySide", source = "order.submittal.by.side")
    @Mapping(target = "waitingFor", source = "order.progress.waitingFor")
    @Mapping(target = "noReturnAt", source = "order.progress.pointOfNoReturn.at")
    @Mapping(target = "noReturnReason", source = "order.progress.pointOfNoReturn.reason")
    @Mapping(target = "jeopardyCode", source = "order.progress.jeopardy.code")
    @Mapping(target = "jeopardyLevel", source = "order.progress.jeopardy.level")
    @Mapping(target = "jeopardyReason", source = "order.progress.jeopardy.reason")
    @Mapping(target = "jeopardyPlan", source = "order.progress.jeopardy.plan")
    @Mapping(target = "jeopardySince", source = "order.progress.jeopardy.since")
    @Mapping(target = "noticeSentAt", source = "order.progress.notice.sentAt")
    @Mapping(target = "noticeSentOn", source = "order.progress.notice.sentOn")
    @Mapping(target = "noticeAnswerBy", source = "order.progress.notice.answerBy")
    @Mapping(target = "delayOriginalDue", source = "order.progress.delay.originalDue")
    @Mapping(target = "delayNewDue", source = "order.progress.delay.newDue")
    @Mapping(target = "delayCommencesOnDue", source = "order.progress.delay.commencesOnDue")
    @Mapping(target = "delayExpiresOn", source = "order.progress.delay.expiresOn")
    @Mapping(target = "escalationLevel", source = "order.progress.escalation")
    @Mapping(target = "terminationErrors", source = "terminationErrors")
    @Mapping(target = "version", source = "version")
    OrderRow toRow(OrderSnapshot order, @Nullable String terminationErrors, @Nullable Long version);

    default OrderSnapshot toOrder(
            OrderRow row,
            List<OrderItem> items,
            List<Milestone> milestones,
            List<Charge> charges,
            List<ChangeRequest> requests,
            List<Progress.TerminationError> errors) {
        return new OrderSnapshot(
                row.orderNumber(),
                row.enterpriseId(),
                row.accountId(),
                row.quoteNumber(),
                OrderState.of(row.state()),
                new Terms(row.externalId(), requestedDate(row), row.customerCommitDate(), row.focDate(), contact(row)),
                items,
                milestones,
                row.requirementsConfirmedAt(),
                careManager(row),
                letter(row),
                row.createdAt(),
                new Person(row.createdBy(), row.createdByName(), Person.Side.valueOf(row.createdBySide())),
                submittal(row),
                row.completedAt(),
                progress(row, errors),
                charges,
                requests,
                Objects.requireNonNull(row.version()));
    }

    private static Progress progress(OrderRow row, List<Progress.TerminationError> errors) {
        return new Progress(
                row.waitingFor(),
                row.noReturnAt() == null || row.noReturnReason() == null
                        ? null
                        : new Progress.PointOfNoReturn(row.noReturnAt(), row.noReturnReason()),
                jeopardy(row),
                row.noticeSentAt() == null || row.noticeSentOn() == null || row.noticeAnswerBy() == null
                        ? null
                        : new Progress.Notice(row.noticeSentAt(), row.noticeSentOn(), row.noticeAnswerBy()),
                row.delayOriginalDue() == null || row.delayExpiresOn() == null
                        ? null
                        : new Progress.CustomerDelay(
                                row.delayOriginalDue(),
                                row.delayNewDue(),
                                Boolean.TRUE.equals(row.delayCommencesOnDue()),
                                row.delayExpiresOn()),
                row.escalationLevel() == null ? null : Escalation.Level.valueOf(row.escalationLevel()),
                errors);
    }

    private static @Nullable Jeopardy jeopardy(OrderRow row) {
        return row.jeopardyCode() == null || row.jeopardySince() == null
                ? null
                : new Jeopardy(
                        Jeopardy.Code.valueOf(row.jeopardyCode()),
                        Jeopardy.Level.valueOf(String.valueOf(row.jeopardyLevel())),
                        String.valueOf(row.jeopardyReason()),
                        String.valueOf(row.jeopardyPlan()),
                        row.jeopardySince());
    }

    private static @Nullable RequestedDate requestedDate(OrderRow row) {
        return row.requestedKind() == null || row.requestedDate() == null
                ? null
                : new RequestedDate(RequestedDate.Kind.valueOf(row.requestedKind()), row.requestedDate());
    }

    private static @Nullable Contact contact(OrderRow row) {
        return row.contactName() == null || row.contactEmail() == null
                ? null
                : new Contact(row.contactName(), row.contactEmail(), row.contactPhone());
    }

    private static @Nullable CareManager careManager(OrderRow row) {
        return row.careManagerId() == null || row.careManagerName() == null
                ? null
                : new CareManager(
                        row.careManagerId(), row.careManagerName(), row.careManagerPhone(), row.careManagerEmail());
    }

    private static @Nullable Letter letter(OrderRow row) {
        return row.letterDocumentId() == null || row.letterVersion() == null || row.letterIssuedAt() == null
                ? null
                : new Letter(row.letterDocumentId(), row.letterVersion(), row.letterIssuedAt());
    }

    private static @Nullable Submittal submittal(OrderRow row) {
        return row.submittedAt() == null || row.submittedBy() == null || row.submittedByName() == null
                ? null
                : new Submittal(
                        row.submittedAt(),
                        new Person(
                                row.submittedBy(),
                                row.submittedByName(),
                                Person.Side.valueOf(String.valueOf(row.submittedBySide()))));
    }
}
