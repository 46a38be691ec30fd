package io.controlcenter.order.ordering.domain;

import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.domain.Money;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One service that an order adds, changes or disconnects.
 *
 * @param itemId given by the customer, unique in the order
 * @param siteId where it is delivered; null in a draft, or when it is disconnected
 * @param monthlyRecurring the price per month (MRC) as ordered
 * @param nonRecurring the one-time price (NRC) as ordered
 * @param serviceId the service that it becomes, known from the acknowledgement on; of a MODIFY or DELETE from the start
 * @param delivery null until delivered
 */
public record OrderItem(
        String itemId,
        Action action,
        Product product,
        @Nullable String siteId,
        Term term,
        Money monthlyRecurring,
        Money nonRecurring,
        Contacts contacts,
        Fulfilment fulfilment,
        @Nullable String serviceId,
        @Nullable Delivery delivery) {

    public enum Action {
        ADD,
        MODIFY,
        DELETE
    }

    /** What is ordered, as the catalogue named it on the day of the order. */
    public record Product(String code, String name, String bandwidth) {}

    /** @param months length of the contract from commencement */
    public record Term(int months, EndOfTerm endOfTerm) {}

    /** Whom to talk to at the site, and about the technology. */
    public record Contacts(
            @Nullable Contact implementation, @Nullable Contact technical) {

        public static final Contacts NONE = new Contacts(null, null);
    }

    /**
     * How far delivery of the item is.
     *
     * @param requestedDate when the customer wants this item in particular; null while the order's date holds
     * @param expectedCompletionDate mandatory while in progress (MEF R28, R46)
     * @param expediteAccepted only after the expedite's charges are settled (MEF R25)
     * @param failure why it failed; null unless it did
     */
    public record Fulfilment(
            ItemState state,
            @Nullable RequestedDate requestedDate,
            @Nullable LocalDate expectedCompletionDate,
            @Nullable LocalDate completionDate,
            boolean expediteRequested,
            boolean expediteAccepted,
            @Nullable String failure) {

        public static final Fulfilment DRAFT = new Fulfilment(ItemState.DRAFT, null, null, null, false, false, null);

        Fulfilment in(ItemState next) {
            return with(next, completionDate, failure);
        }

        Fulfilment wanted(@Nullable RequestedDate date) {
            return new Fulfilment(
                    state, date, expectedCompletionDate, completionDate, expediteRequested, expediteAccepted, failure);
        }

        Fulfilment expectedOn(@Nullable LocalDate date) {
            return new Fulfilment(
                    state, requestedDate, date, completionDate, expediteRequested, expediteAccepted, failure);
        }

        Fulfilment expedite(boolean requested, boolean accepted) {
            return new Fulfilment(
                    state, requestedDate, expectedCompletionDate, completionDate, requested, accepted, failure);
        }

        Fulfilment failed(String why) {
            return with(ItemState.FAILED, null, why);
        }

        Fulfilment completedOn(LocalDate date) {
            return with(ItemState.COMPLETED, date, null);
        }

        private Fulfilment with(ItemState next, @Nullable LocalDate completed, @Nullable String why) {
            return new Fulfilment(
                    next, requestedDate, expectedCompletionDate, completed, expediteRequested, expediteAccepted, why);
        }
    }

    /**
     * What the item became.
     *
     * @param commencementDate contractual start, billing start and term start; of a DELETE the first day not billed
     */
    public record Delivery(String circuitId, LocalDate commencementDate) {}

    public ItemState state() {
        return fulfilment.state();
    }

    public boolean isOpen() {
        return !state().isOver();
    }

    /** The item's own date, or that of the order. */
    public @Nullable RequestedDate requested(Terms order) {
        var own = fulfilment.requestedDate();
        return own == null ? order.requestedDate() : own;
    }

    /** The open one with this id, or for null all that are open. */
    public static Predicate<OrderItem> open(@Nullable String itemId) {
        return item -> item.isOpen() && (itemId == null || item.itemId().equals(itemId));
    }

    OrderItem with(Fulfilment next) {
        return new OrderItem(
                itemId,
                action,
                product,
                siteId,
                term,
                monthlyRecurring,
                nonRecurring,
                contacts,
                next,
                serviceId,
                delivery);
    }

    OrderItem in(ItemState next) {
        return with(fulfilment.in(next));
    }

    OrderItem becoming(String service) {
        return new OrderItem(
                itemId,
                action,
                product,
                siteId,
                term,
                monthlyRecurring,
                nonRecurring,
                contacts,
                fulfilment,
                service,
                delivery);
    }

    /** With other contacts and, while it is a draft, at another site. */
    public OrderItem at(@Nullable String site, Contacts people) {
        return new OrderItem(
                itemId,
                action,
                product,
                site,
                term,
                monthlyRecurring,
                nonRecurring,
                people,
                fulfilment,
                serviceId,
                delivery);
    }

    OrderItem delivered(Delivery as, LocalDate on) {
        return new OrderItem(
                itemId,
                action,
                product,
                siteId,
                term,
                monthlyRecurring,
                nonRecurring,
                contacts,
                fulfilment.completedOn(on),
                serviceId,
                as);
    }
}
