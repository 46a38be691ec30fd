package io.controlcenter.billing.payments.persistence;

import io.controlcenter.billing.payments.application.PaymentMethods;
import io.controlcenter.billing.payments.domain.PaymentMethod;
import io.controlcenter.billing.payments.domain.PaymentWay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Payment methods by SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcPaymentMethods implements PaymentMethods {

    private static final RowMapper<PaymentMethod> METHOD = (row, _) -> {
        var expires = row.getString("expires");
        var removed = row.getObject("removed_at", OffsetDateTime.class);
        return new PaymentMethod(
                row.getString("method_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                PaymentWay.valueOf(row.getString("kind")),
                row.getString("token"),
                row.getString("label"),
                row.getString("last4"),
                expires == null ? null : YearMonth.parse(expires),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                removed == null ? null : removed.toInstant());
    };

    private final JdbcClient db;

    JdbcPaymentMethods(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String nextId() {
        return "PM-"
                + db.sql("select nextval('payment_method_number')")
                        .query(Long.class)
                        .single();
    }

    @Override
    public void add(PaymentMethod method) {
        var expires = method.expires();
        db.sql("""
                        insert into payment_method (method_id, enterprise_id, account_id, kind, token, label, last4,
                          expires, added_at, added_by)
                        values (:id, :enterprise, :account, :kind, :token, :label, :last4, :expires, :at, :by)""")
                .param("id", method.methodId())
                .param("enterprise", method.enterpriseId())
                .param("account", method.accountId())
                .param("kind", method.kind().name())
                .param("token", method.token())
                .param("label", method.label())
                .param("last4", method.last4())
                .param("expires", expires == null ? null : expires.toString())
                .param("at", method.addedAt().atOffset(ZoneOffset.UTC))
                .param("by", method.addedBy())
                .update();
    }

    @Override
    public Optional<PaymentMethod> find(String methodId) {
        return db.sql("select * from payment_method where method_id = :id")
                .param("id", methodId)
                .query(METHOD)
                .optional();
    }

    @Override
    public List<PaymentMethod> list(String accountId) {
        return db.sql("select * from payment_method where account_id = :account and removed_at is null order by id")
                .param("account", accountId)
                .query(METHOD)
                .list();
    }

    @Override
    public void remove(String methodId, Instant at) {
        db.sql("update payment_method set removed_at = :at where method_id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", methodId)
                .update();
    }

    @Override
    public boolean isNeeded(String methodId) {
        return db.sql("""
                        select exists (select 1 from autopay where method_id = :id)
                          or exists (select 1 from payment where method_id = :id and state = 'SCHEDULED')""").param("id", methodId).query(Boolean.class).single();
    }
}
