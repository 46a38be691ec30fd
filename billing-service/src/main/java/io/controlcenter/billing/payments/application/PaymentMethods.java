package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.payments.domain.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The payment methods of accounts. */
public interface PaymentMethods {

    String nextId();

    void add(PaymentMethod method);

    /** Removed ones too, for what is still to be charged to them. */
    Optional<PaymentMethod> find(String methodId);

    List<PaymentMethod> list(String accountId);

    void remove(String methodId, Instant at);

    /** Whether AutoPay or a scheduled payment relies on it. */
    boolean isNeeded(String methodId);
}
