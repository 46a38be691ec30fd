package io.controlcenter.billing.payments.persistence;

import io.controlcenter.billing.payments.application.Payments;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payments by SQL. */
@Component
@Transactional
class JdbcPayments implements Payments {

    private static final Listing LIST = Listing.of("p.*", "payment p")
            .text("accountId", "p.account_id")
            .text("paymentId", "p.payment_id")
            .choice("state", "p.state", PaymentState.class)
            .choice("method", "p.method", PaymentWay.class)
            .choice("origin", "p.origin", Payment.Origin.class)
            .date("scheduledFor", "p.scheduled_for")
            .instant("createdAt", "p.created_at")
            .order("-createdAt", "p.id");

    private final JdbcClient db;
    private final PaymentRows rows;

    JdbcPayments(JdbcClient db, PaymentRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public String nextId() {
        return "PAY-"
                + db.sql("select nextval('payment_number')").query(Long.class).single();
    }

    @Override
    public String nextReceipt() {
        return "R-"
                + db.sql("select nextval('receipt_number')").query(Long.class).single();
    }

    @Override
    public void add(Payment payment, Instant nextAttemptAt) {
        db.sql("""
                        insert into payment (payment_id, enterprise_id, account_id, origin, method, method_id, amount,
                          requested_amount, currency, state, told, allow_overpayment, scheduled_for, time_zone,
                          reference, received_at, autopay_invoice, next_attempt_at, created_at, created_by, version)
                        values (:id, :enterprise, :account, :origin, :method, :methodId, :amount,
                          :requested, :currency, :state, cast(:told as jsonb), :over, :scheduled, :zone,
                          :reference, :received, :autopay, :next, :created, :by, :version)""")
                .params(rows.columns(payment))
                .param("next", nextAttemptAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void save(Payment payment, Instant nextAttemptAt) {
        var saved = db.sql("""
                        update payment set amount = :amount, state = :state, received_at = :received,
                          receipt_number = :receipt, posted_at = :posted, processor = :processor,
                          processor_reference = :processorReference, failure_code = :failureCode,
                          failure_reason = :failureReason, reversal_reason = :reversal, reversed_at = :reversed,
                          next_attempt_at = :next, version = :version
                        where payment_id = :id and version = :version - 1""")
                .params(rows.columns(payment))
                .param("next", nextAttemptAt.atOffset(ZoneOffset.UTC))
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Payment " + payment.paymentId() + " was changed meanwhile");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Payment> find(String paymentId) {
        return db.sql("select * from payment where payment_id = :id")
                .param("id", paymentId)
                .query(rows.payment())
                .optional();
    }

    @Override
    public Optional<Payment> lock(String paymentId) {
        return db.sql("select * from payment where payment_id = :id for update")
                .param("id", paymentId)
                .query(rows.payment())
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Payment> list(String enterpriseId, ListRequest request) {
        return LIST.page(
                db, request, "p.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), rows.payment());
    }

    @Override
    public BigDecimal pending(String accountId) {
        return db.sql(
                        "select coalesce(sum(amount), 0) from payment where account_id = :account and state = 'PROCESSING'")
                .param("account", accountId)
                .query(BigDecimal.class)
                .single();
    }

    @Override
    public Optional<Payment> claim(Instant now, IntFunction<Duration> pause) {
        var claimed = db.sql("""
                        select * from payment where state = 'PROCESSING' and next_attempt_at <= :now
                        order by next_attempt_at limit 1 for update skip locked""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(rows.payment())
                .optional();
        claimed.ifPresent(payment -> db.sql("""
                        update payment set attempts = attempts + 1, next_attempt_at = :next where payment_id = :id""")
                .param("next", now.plus(pause.apply(payment.attempts())).atOffset(ZoneOffset.UTC))
                .param("id", payment.paymentId())
                .update());
        return claimed;
    }

    @Override
    public List<String> begun(Instant now, int limit) {
        return db.sql("""
                        select payment_id from payment
                        where state = 'SCHEDULED' and scheduled_for <= :latest
                          and scheduled_for <= cast(cast(:now as timestamptz) at time zone time_zone as date)
                        order by scheduled_for, id limit :limit""")
                .param("latest", LocalDate.ofInstant(now, ZoneOffset.ofHours(14)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public Optional<String> remittance(Payment like) {
        return db.sql("""
                        select payment_id from payment
                        where account_id = :account and method = :method and reference = :reference
                          and amount = :amount and origin in ('STAFF', 'LOCKBOX') and state <> 'REVERSED'""")
                .param("account", like.accountId())
                .param("method", like.method().name())
                .param("reference", like.reference())
                .param("amount", like.amount())
                .query((row, _) -> row.getString(1))
                .optional();
    }
}
