package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** All payments. */
public interface Payments {

    String nextId();

    String nextReceipt();

    /** @param nextAttemptAt when it may be charged */
    void add(Payment payment, Instant nextAttemptAt);

    /** @throws org.springframework.dao.OptimisticLockingFailureException when it was changed meanwhile */
    void save(Payment payment, Instant nextAttemptAt);

    Optional<Payment> find(String paymentId);

    /** Held until the transaction ends. */
    Optional<Payment> lock(String paymentId);

    Page<Payment> list(String enterpriseId, ListRequest request);

    /** What is being charged on an account now and not posted yet. */
    BigDecimal pending(String accountId);

    /** The next one to charge, counted as tried: it comes again after the pause unless its end is written down before. */
    Optional<Payment> claim(Instant now, IntFunction<Duration> pause);

    /** Scheduled ones whose day has begun where the account is. */
    List<String> begun(Instant now, int limit);

    /** The posted remittance with this reference and amount, if there is one. */
    Optional<String> remittance(Payment like);
}
