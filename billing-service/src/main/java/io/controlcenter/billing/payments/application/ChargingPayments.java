package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.application.PaymentProvider.Charge;
import io.controlcenter.billing.payments.application.PaymentProvider.Charged;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Charges payments that are to be made. Three steps: claimed in a transaction, charged outside of one, and what came of
 * it written down in another. A process that is killed in between leaves a payment that comes up again and is charged
 * under the same key, which the provider answers with the charge that it made already.
 */
@Component
class ChargingPayments implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ChargingPayments.class);
    private final Payments payments;
    private final PaymentMethods methods;
    private final PaymentProvider provider;
    private final PostingPayments posting;
    private final PaymentSettings settings;
    private final TransactionTemplate transaction;

    ChargingPayments(
            Payments payments,
            PaymentMethods methods,
            PaymentProvider provider,
            PostingPayments posting,
            PaymentSettings settings,
            TransactionTemplate transaction) {
        this.payments = payments;
        this.methods = methods;
        this.provider = provider;
        this.posting = posting;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "charge-payments";
    }

    @Override
    public int doDue(Instant now) {
        var claimed = transaction.execute(_ -> payments.claim(now, settings::pause));
        if (claimed.isEmpty()) {
            return 0;
        }
        var payment = claimed.get();
        posting.note(payment.paymentId(), provider.name(), charge(payment));
        return 1;
    }

    Charged charge(Payment payment) {
        var method = transaction.execute(
                _ -> methods.find(Objects.requireNonNull(payment.methodId(), "a payment that is charged has a method"))
                        .orElseThrow());
        var charged = provider.charge(new Charge(
                payment.paymentId(),
                method.token(),
                Money.of(payment.amount(), payment.currency()),
                "Account " + payment.accountId()));
        if (charged instanceof Charged.Unknown(var why)) {
            LOG.warn("What became of payment {} is not known, it is tried again: {}", payment.paymentId(), why);
        }
        return charged;
    }
}
