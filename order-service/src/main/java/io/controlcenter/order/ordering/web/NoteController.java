package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.CaringForOrders;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries and notes, both ways; nobody changes what another one wrote. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}/notes", version = "1")
@Tag(name = "Delivery")
class NoteController {

    record NewNote(@NotBlank @Size(max = 4000) String text) {}

    private final CaringForOrders care;
    private final ReadingOrders reading;
    private final Answers answers;

    NoteController(CaringForOrders care, ReadingOrders reading, Answers answers) {
        this.care = care;
        this.reading = reading;
        this.answers = answers;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES", "CCM"})
    @Operation(operationId = "addOrderNote", summary = "Add a note or an inquiry; the other side is told")
    ResponseEntity<OrderView> note(@PathVariable String orderNumber, @RequestBody NewNote note, Caller caller) {
        return answers.of(care.note(orderNumber, note.text(), Callers.person(caller)));
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listOrderNotes", summary = "What the two sides told each other, oldest first")
    ResponseEntity<Page<OrderHistoryController.EntryView>> notes(
            @PathVariable String orderNumber, ListRequest request) {
        var _ = reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        return reading.notes(orderNumber, request)
                .map(OrderHistoryController.EntryView::of)
                .toResponse();
    }
}
