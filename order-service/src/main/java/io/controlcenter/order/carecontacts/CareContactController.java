package io.controlcenter.order.carecontacts;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How often a customer wants to hear from the care manager of an order, and when they did. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}", version = "1")
@Tag(name = "Delivery")
class CareContactController {

    record ContactPreference(
            @Schema(description = "WEEKLY or BI_WEEKLY: every two weeks")
            CareContactPlan.@NotNull Rhythm every) {}

    record NewCareContact(
            CareContacts.@NotNull Channel channel,

            @Schema(description = "What was spoken about") @NotBlank @Size(max = 2000)
            String summary) {}

    private final CareContacts contacts;

    CareContactController(CareContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/care-contact-plan")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "getCareContactPlan",
            summary = "How often the care manager speaks with the customer, when they did last and will next; from the"
                    + " assignment of a care manager on")
    ResponseEntity<CareContactPlan> plan(@PathVariable String orderNumber) {
        return answer(contacts.require(orderNumber), HttpStatus.OK);
    }

    @PutMapping("/care-contact-plan")
    @Access({"ORDER_WRITE", "CCM"})
    @Operation(
            operationId = "putCareContactPlan",
            summary = "Choose how often the care manager gets in touch, counted from the last time")
    ResponseEntity<CareContactPlan> choose(
            @PathVariable String orderNumber, @RequestBody ContactPreference preference, IfMatch ifMatch) {
        return answer(contacts.choose(orderNumber, ifMatch::require, preference.every()), HttpStatus.OK);
    }

    @GetMapping("/care-contacts")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listCareContacts", summary = "Calls and mails of the care manager, oldest first")
    ResponseEntity<Page<CareContacts.Contact>> list(@PathVariable String orderNumber, ListRequest request) {
        return contacts.of(orderNumber, request).toResponse();
    }

    @PostMapping("/care-contacts")
    @IdempotentWrite
    @Access("CCM")
    @Operation(
            operationId = "addCareContact",
            summary = "Note a call or a mail to the customer; the next one is due by the customer's preference")
    ResponseEntity<CareContactPlan> made(
            @PathVariable String orderNumber, @RequestBody NewCareContact contact, IfMatch ifMatch, Caller caller) {
        var plan = contacts.made(orderNumber, ifMatch::require, contact.channel(), contact.summary(), caller.name());
        return answer(plan, HttpStatus.CREATED);
    }

    private static ResponseEntity<CareContactPlan> answer(CareContactPlan plan, HttpStatus status) {
        return ResponseEntity.status(status).eTag(IfMatch.tag(plan.version())).body(plan);
    }
}
