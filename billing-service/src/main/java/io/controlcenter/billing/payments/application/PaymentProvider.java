package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.domain.Money;

/**
 * Whoever charges cards and bank accounts for us. Repeating a charge with the same payment id must not charge twice: the
 * payment id is the provider's idempotency key.
 */
public interface PaymentProvider {

    String name();

    /** Called outside of any transaction. */
    Charged charge(Charge charge);

    /** @param token the provider's own, in the place of a card number */
    record Charge(String paymentId, String token, Money amount, String description) {}

    /** What came of it. */
    sealed interface Charged {

        /** @param reference the provider's number */
        record Succeeded(String reference) implements Charged {}

        /** Nothing was taken, and repeating will not help. */
        record Declined(String code, String reason) implements Charged {}

        /** Whether something was taken is not known; the same charge is to be repeated. */
        record Unknown(String why) implements Charged {}
    }
}
