package io.controlcenter.order.ordering.messaging;

import io.controlcenter.order.domain.Money;
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

    record MilestoneReached(
            String orderNumber,
            String accountId,
            String code,
            @Nullable Instant reachedAt,
            boolean key,
            @Nullable String note,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    record NoteAdded(String orderNumber, String accountId, String text, String author, String source) {}

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
            List<Charge> charges,
            LocalDate commencementDate,
            int termMonths) {}

    record AcceptedSite(
            String siteId, String name, String street, String city, String state, String postalCode, String country) {}

    record Charge(String chargeId, String type, String description, Money amount) {}
}
