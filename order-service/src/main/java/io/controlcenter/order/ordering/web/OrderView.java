package io.controlcenter.order.ordering.web;

import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.Escalation;
import io.controlcenter.order.ordering.domain.Jeopardy;
import io.controlcenter.order.ordering.domain.Progress;
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

        @Schema(description = "The quote that it was ordered from") @Nullable
        String quoteNumber,

        @Schema(description = "The customer's own reference") @Nullable
        String externalId,

        @Schema(
                description = "Machine state, MEF 123 with draft, submitted and awaitingAcceptance",
                example = "inProgress")
        String state,

        @Schema(description = "The portal's word for the state", example = "In progress")
        String displayStatus,

        @Schema(description = "Confirm, Design, Build, Activate or Manage", example = "Build")
        String displayStage,

        @Schema(description = "CREDIT while a submitted order waits for it") @Nullable
        String waitingFor,

        @Nullable RequestedDate requestedDate,

        @Schema(description = "CCD: the date that the provider commits to") @Nullable
        LocalDate customerCommitDate,

        @Schema(description = "Firm order confirmation of an off-net carrier") @Nullable
        LocalDate focDate,

        Progress.@Nullable PointOfNoReturn pointOfNoReturn,
        @Nullable Jeopardy jeopardy,

        @Schema(description = "The last connection notice, and until when it can be answered")
        Progress.@Nullable Notice connectionNotice,

        @Schema(description = "The customer was not ready on the commit date")
        Progress.@Nullable CustomerDelay customerDelay,

        @Schema(description = "How high at the customer escalations desk it was taken")
        Escalation.@Nullable Level escalationLevel,

        @Schema(description = "Why it was rejected; empty unless it was")
        List<Progress.TerminationError> terminationErrors,

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
            @Schema(description = "ADD, MODIFY or DELETE") String action,
            String productCode,
            String productName,
            String bandwidth,
            @Nullable String siteId,
            int termMonths,

            @Schema(description = "ROLL, AUTO_RENEW or AUTO_DISCONNECT")
            EndOfTerm endOfTerm,

            Money monthlyRecurring,
            Money nonRecurring,

            @Schema(description = "Item state, MEF 123", example = "inProgress")
            String state,

            @Schema(
                    description =
                            "When the customer wants this item in particular; absent while the order's date holds")
            @Nullable
            RequestedDate requestedDate,

            @Nullable LocalDate expectedCompletionDate,
            @Nullable LocalDate completionDate,
            boolean expediteRequested,

            @Schema(description = "Only after its charges are settled")
            boolean expediteAccepted,

            @Schema(description = "Why the item failed") @Nullable
            String failure,

            @Nullable Contact implementationContact,
            @Nullable Contact technicalContact,

            @Schema(description = "The service that the item becomes; known from the acknowledgement on") @Nullable
            String serviceId,

            @Nullable String circuitId,

            @Schema(description = "Start of contract, term and billing; of a DELETE the first day not billed") @Nullable
            LocalDate commencementDate) {}
}
