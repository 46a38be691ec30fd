package io.controlcenter.order.ordering.messaging;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code order.order.v1}, as {@code contracts/events/published} describes them. */
interface OrderMessages {

    record Submitted(
            String orderNumber, String accountId, Instant submittedAt, Who submittedBy, List<SubmittedItem> items) {}

    record Who(String userId, String name) {}

    record SubmittedItem(
            String itemId,
            String action,
            String productCode,
            @Nullable String siteId) {}

    record Rejected(
            String orderNumber,
            String accountId,
            List<Flaw> errors,
            Instant at,
            @Nullable Contact contact) {}

    record Flaw(String pointer, String code, String detail) {}

    record CareManagerAssigned(
            String orderNumber,
            String accountId,
            CareManager customerCareManager,
            @Nullable CareManager previous) {}

    record Acknowledged(
            String orderNumber,
            String accountId,
            IssuedLetter letter,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact,
            List<AcknowledgedItem> items) {}

    record IssuedLetter(UUID documentId, int version, Instant issuedAt) {}

    record AcknowledgedItem(
            String itemId,
            String action,
            String productName,
            @Nullable String site,
            String serviceId) {}

    record StateChanged(
            String orderNumber,
            String accountId,
            String from,
            String to,
            String displayStage,
            @Nullable String reason) {}

    /** @param serviceId null before the order is acknowledged */
    record ItemOver(
            String orderNumber,
            String accountId,
            String itemId,
            String action,
            @Nullable String serviceId,
            String reason,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    /** @param answerBy only of CONNECTION_NOTICE_SENT: without an answer by then the services are deemed accepted */
    record MilestoneReached(
            String orderNumber,
            String accountId,
            String code,
            @Nullable Instant reachedAt,
            boolean key,
            @Nullable String note,
            @Nullable Instant answerBy,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record MilestoneMissed(
            String orderNumber,
            String accountId,
            String code,
            @Nullable LocalDate plannedDate,
            @Nullable Instant reachedAt,
            boolean key,
            @Nullable String note,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record DateChanged(
            String orderNumber,
            String accountId,
            @Nullable String itemId,
            String kind,
            @Nullable String milestone,
            @Nullable LocalDate from,
            LocalDate to,
            @Nullable String reason,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record JeopardyChanged(
            String orderNumber,
            String accountId,
            String code,
            String level,
            String reason,
            String plan,
            Instant since,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record ChargeChanged(
            String orderNumber,
            String accountId,
            String chargeId,
            @Nullable String itemId,
            @Nullable String serviceId,
            String cause,
            List<ChargeItem> items,
            Instant responseDueAt,
            String state,
            @Nullable Who answeredBy,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record ChargeItem(
            String chargeItemId, String priceType, String description, Money amount, boolean blocking, String state) {}

    /** @param percent how much of the time to answer has passed: 75 or 90 */
    record ChargeAtRisk(
            String orderNumber,
            String accountId,
            String chargeId,
            @Nullable String itemId,
            @Nullable String serviceId,
            String cause,
            List<ChargeItem> items,
            Instant responseDueAt,
            int percent,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record ChargeBillable(
            String orderNumber,
            String accountId,
            String chargeId,
            @Nullable String itemId,
            @Nullable String serviceId,
            String cause,
            List<ChargeItem> items,
            Instant responseDueAt,
            String state,
            @Nullable Who answeredBy,
            Instant at,
            LocalDate chargeDate,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record Escalated(
            String orderNumber,
            String accountId,
            String level,
            String reason,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    /** @param source whose side wrote it: CUSTOMER or PROVIDER */
    record NoteAdded(
            String orderNumber,
            String accountId,
            String text,
            String author,
            String source,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record Accepted(
            String orderNumber, String accountId, Instant acceptedAt, String outcome, List<AcceptedItem> items) {}

    record AcceptedItem(
            String itemId,
            String action,
            String serviceId,
            String circuitId,
            String productCode,
            String productName,
            AcceptedSite site,
            String bandwidth,
            @Nullable String aLocation,
            String zLocation,
            List<InstalledService.Charge> charges,
            LocalDate commencementDate,
            int termMonths) {}

    record AcceptedSite(
            String siteId, String name, String street, String city, String state, String postalCode, String country) {}

    record Disconnected(String orderNumber, String accountId, Instant disconnectedAt, List<DisconnectedItem> items) {}

    /** @param stopDate first day not billed */
    record DisconnectedItem(
            String itemId,
            String action,
            String serviceId,
            String circuitId,
            Instant requestedAt,
            LocalDate requestedDate,
            LocalDate stopDate) {}
}
