package io.controlcenter.order.ordering.web;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its readers see it. */
@Schema(name = "Order")
record OrderView(
        @Schema(example = "O-10000001") String orderNumber,
        @Schema(example = "/api/v1/orders/O-10000001") String href,
        String enterpriseId,

        @Schema(description = "The billing account that pays", example = "A-1000001")
        String accountId,

        @Schema(description = "The customer's own reference") @Nullable
        String externalId,

        @Schema(description = "Machine state, MEF 123 with draft and awaitingAcceptance", example = "inProgress")
        String state,

        @Schema(description = "The portal's word for the state", example = "In progress")
        String displayStatus,

        @Schema(description = "Confirm, Design, Build, Activate or Manage", example = "Build")
        String displayStage,

        @Nullable RequestedDate requestedDate,

        @Schema(description = "CCD: the date that the provider commits to") @Nullable
        LocalDate customerCommitDate,

        @Nullable Contact contact,
        @Nullable CareManager customerCareManager,
        @Nullable LetterView acknowledgement,
        List<ItemView> items,
        Instant createdAt,
        @Schema(description = "Who drafted the order") String createdBy,
        @Nullable Instant requirementsConfirmedAt,
        @Nullable Instant submittedAt,

        @Schema(description = "Who submitted it, possibly sales on the customer's behalf") @Nullable
        String submittedBy,

        @Nullable Instant completedAt) {

    @Schema(name = "AcknowledgementLetterReference")
    record LetterView(UUID documentId, int version, Instant issuedAt, String href) {}

    @Schema(name = "OrderItem")
    record ItemView(
            String itemId,
            String action,
            String productCode,
            String productName,
            String bandwidth,
            @Nullable String siteId,
            int termMonths,
            Money monthlyRecurring,
            Money nonRecurring,
            @Schema(example = "IN_PROGRESS") String state,
            @Nullable LocalDate expectedCompletionDate,

            @Schema(description = "The service that the item becomes; known from the acknowledgement on") @Nullable
            String serviceId,

            @Nullable String circuitId,

            @Schema(description = "Start of contract, term and billing") @Nullable
            LocalDate commencementDate) {}
}
