package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = MappingConstants.ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface OrderViewMapper {

    @Mapping(target = "href", expression = "java(href(order))")
    @Mapping(target = "externalId", source = "terms.externalId")
    @Mapping(target = "state", expression = "java(order.state().wire())")
    @Mapping(target = "displayStatus", expression = "java(order.state().displayStatus())")
    @Mapping(target = "displayStage", expression = "java(order.displayStage().word())")
    @Mapping(target = "waitingFor", source = "progress.waitingFor")
    @Mapping(target = "focDate", source = "terms.focDate")
    @Mapping(target = "pointOfNoReturn", source = "progress.pointOfNoReturn")
    @Mapping(target = "jeopardy", source = "progress.jeopardy")
    @Mapping(target = "connectionNotice", source = "progress.notice")
    @Mapping(target = "customerDelay", source = "progress.delay")
    @Mapping(target = "escalationLevel", source = "progress.escalation")
    @Mapping(target = "terminationErrors", source = "progress.terminationErrors")
    @Mapping(target = "requestedDate", source = "terms.requestedDate")
    @Mapping(target = "customerCommitDate", source = "terms.customerCommitDate")
    @Mapping(target = "contact", source = "terms.contact")
    @Mapping(target = "customerCareManager", source = "careManager")
    @Mapping(target = "acknowledgement", expression = "java(letter(order, order.letter()))")
    @Mapping(target = "createdBy", source = "createdBy.name")
    @Mapping(target = "submittedAt", source = "submittal.at")
    @Mapping(target = "submittedBy", source = "submittal.by.name")
    OrderView view(OrderSnapshot order);

    @Mapping(target = "productCode", source = "product.code")
    @Mapping(target = "productName", source = "product.name")
    @Mapping(target = "bandwidth", source = "product.bandwidth")
    @Mapping(target = "termMonths", source = "term.months")
    @Mapping(target = "endOfTerm", source = "term.endOfTerm")
    @Mapping(target = "state", expression = "java(item.state().wire())")
    @Mapping(target = "requestedDate", source = "fulfilment.requestedDate")
    @Mapping(target = "expectedCompletionDate", source = "fulfilment.expectedCompletionDate")
    @Mapping(target = "completionDate", source = "fulfilment.completionDate")
    @Mapping(target = "expediteRequested", source = "fulfilment.expediteRequested")
    @Mapping(target = "expediteAccepted", source = "fulfilment.expediteAccepted")
    @Mapping(target = "failure", source = "fulfilment.failure")
    @Mapping(target = "implementationContact", source = "contacts.implementation")
    @Mapping(target = "technicalContact", source = "contacts.technical")
    @Mapping(target = "circuitId", source = "delivery.circuitId")
    @Mapping(target = "commencementDate", source = "delivery.commencementDate")
    OrderView.ItemView view(OrderItem item);

    default String href(OrderSnapshot order) {
        return "/api/v1/orders/" + order.orderNumber();
    }

    default OrderView.@Nullable LetterView letter(OrderSnapshot order, @Nullable Letter letter) {
        return letter == null
                ? null
                : new OrderView.LetterView(
                        letter.documentId(), letter.version(), letter.issuedAt(), href(order) + "/acknowledgement");
    }
}
