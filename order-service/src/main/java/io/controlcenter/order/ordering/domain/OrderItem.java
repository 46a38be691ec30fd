package io.controlcenter.order.ordering.domain;

import io.controlcenter.order.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One service that an order adds.
 *
 * @param itemId given by the customer, unique in the order
 * @param siteId where it is delivered; null only in a draft
 * @param termMonths length of the contract from commencement
 * @param monthlyRecurring the price per month (MRC) as ordered
 * @param nonRecurring the one-time price (NRC) as ordered
 * @param serviceId the service that it becomes; known from the acknowledgement on, null before
 * @param delivery null until delivered
 */
public record OrderItem(
        String itemId,
        Action action,
        Product product,
        @Nullable String siteId,
        int termMonths,
        Money monthlyRecurring,
        Money nonRecurring,
        State state,
        @Nullable LocalDate expectedCompletionDate,
        @Nullable String serviceId,
        @Nullable Delivery delivery) {

    public enum Action {
        ADD
    }

    public enum State {
        PENDING,
        IN_PROGRESS,
        AWAITING_ACCEPTANCE,
        COMPLETED
    }

    /** What is ordered, as the catalogue named it on the day of the order. */
    public record Product(String code, String name, String bandwidth) {}

    /**
     * What the item became.
     *
     * @param commencementDate contractual start, billing start and term start
     */
    public record Delivery(String circuitId, LocalDate commencementDate) {}

    OrderItem in(State next) {
        return new OrderItem(
                itemId,
                action,
                product,
                siteId,
                termMonths,
                monthlyRecurring,
                nonRecurring,
                next,
                expectedCompletionDate,
                serviceId,
                delivery);
    }

    OrderItem becoming(String service) {
        return new OrderItem(
                itemId,
                action,
                product,
                siteId,
                termMonths,
                monthlyRecurring,
                nonRecurring,
                state,
                expectedCompletionDate,
                service,
                delivery);
    }

    OrderItem expectedOn(LocalDate date) {
        return new OrderItem(
                itemId,
                action,
                product,
                siteId,
                termMonths,
                monthlyRecurring,
                nonRecurring,
                State.IN_PROGRESS,
                date,
                serviceId,
                delivery);
    }

    OrderItem delivered(Delivery as) {
        return new OrderItem(
                itemId,
                action,
                product,
                siteId,
                termMonths,
                monthlyRecurring,
                nonRecurring,
                State.COMPLETED,
                expectedCompletionDate,
                serviceId,
                as);
    }
}
