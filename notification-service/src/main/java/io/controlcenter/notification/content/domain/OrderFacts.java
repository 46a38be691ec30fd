package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order tells on its way, beside its milestones: to its contact, about one account. */
public sealed interface OrderFacts extends Facts {

    String orderNumber();

    String accountId();

    @Nullable
    Contact contact();

    @Override
    default String subjectId() {
        return orderNumber();
    }

    @Override
    default List<Contact> named() {
        var contact = contact();
        return contact == null ? List.of() : List.of(contact);
    }

    @Override
    default List<Concern> concerns() {
        return List.of(Concern.of(accountId()));
    }

    /** The care manager, where they are told and nobody else. */
    default @Nullable CareManager forCareManager() {
        return null;
    }

    /** What was submitted cannot be delivered as it is. */
    record Rejected(
            String orderNumber,
            String accountId,
            List<Flaw> errors,
            Instant at,
            @Nullable Contact contact) implements OrderFacts {}

    record Flaw(String pointer, String code, String detail) {}

    /** A date that was told before is another one now. */
    record DateChanged(
            String orderNumber,
            String accountId,
            @Nullable String itemId,
            String kind,
            LocalDate from,
            LocalDate to,
            @Nullable String reason,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact)
            implements OrderFacts {

        @Override
        public String part() {
            return itemId == null ? kind : kind + " " + itemId;
        }
    }

    record InJeopardy(
            String orderNumber,
            String accountId,
            String code,
            String level,
            String reason,
            String plan,
            Instant since,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact)
            implements OrderFacts {}

    /** The seller asks for something beside the price. */
    record Charged(
            String orderNumber,
            String accountId,
            String chargeId,
            @Nullable String itemId,
            String cause,
            List<ChargeItem> items,
            Instant responseDueAt,
            String state,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact)
            implements OrderFacts {

        @Override
        public String part() {
            return chargeId;
        }
    }

    record ChargeItem(String priceType, String description, Money amount, boolean blocking) {}

    /** One side wrote to the other. */
    record Noted(
            String orderNumber,
            String accountId,
            String text,
            String author,
            String source,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact)
            implements OrderFacts {

        @Override
        public String part() {
            return at.toString();
        }

        /** Written by the customer: the care manager is told, and nobody else (handbook S20). */
        public boolean isForCareManager() {
            return source.equals("CUSTOMER");
        }

        @Override
        public @Nullable CareManager forCareManager() {
            return isForCareManager() ? customerCareManager : null;
        }
    }

    /** The customer is to hear from the care manager; for the first time without {@code lastContactAt}. */
    record CareContactDue(
            String orderNumber,
            String accountId,
            String every,
            @Nullable Instant lastContactAt,
            Instant dueAt,
            CareManager customerCareManager,
            @Nullable Contact contact)
            implements OrderFacts {

        @Override
        public String part() {
            return dueAt.toString();
        }

        @Override
        public CareManager forCareManager() {
            return customerCareManager;
        }
    }

    record Escalated(
            String orderNumber,
            String accountId,
            String level,
            String reason,
            Instant at,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact)
            implements OrderFacts {}
}
