package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.Refund;
import io.controlcenter.billing.receivables.domain.Allocation;
import java.util.List;

/** Told of what became of payments, inside the transaction that changes them. */
public interface PaymentJournal {

    void posted(Payment payment, List<Allocation.Part> applications);

    void failed(Payment payment);

    /** Credit went back to the customer. */
    void refunded(Refund refund);

    /** @param applications what it had been applied to */
    void reversed(Payment payment, List<Allocation.Part> applications, String by);
}
