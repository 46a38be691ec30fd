package io.controlcenter.billing.payments.persistence;

import io.controlcenter.billing.payments.application.Refunds;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.payments.domain.Refund;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Refunds by SQL. */
@Component
@Transactional
class JdbcRefunds implements Refunds {

    private static final Listing LIST = Listing.of("r.*", "refund r")
            .text("accountId", "r.account_id")
            .text("reference", "r.reference")
            .choice("method", "r.method", PaymentWay.class)
            .instant("paidAt", "r.paid_at")
            .order("-paidAt", "r.id");

    private final JdbcClient db;
    private final JsonMapper json;

    JdbcRefunds(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public String nextId() {
        return "RF-"
                + db.sql("select nextval('refund_number')").query(Long.class).single();
    }

    @Override
    public void add(Refund refund) {
        db.sql("""
                        insert into refund (refund_id, enterprise_id, account_id, method, amount, currency, reference,
                          reason, parts, paid_at, paid_by)
                        values (:id, :enterprise, :account, :method, :amount, :currency, :reference, :reason,
                          cast(:parts as jsonb), :at, :by)""")
                .param("id", refund.refundId())
                .param("enterprise", refund.enterpriseId())
                .param("account", refund.accountId())
                .param("method", refund.method().name())
                .param("amount", refund.amount())
                .param("currency", refund.currency())
                .param("reference", refund.reference())
                .param("reason", refund.reason())
                .param("parts", json.writeValueAsString(refund.parts()))
                .param("at", refund.paidAt().atOffset(ZoneOffset.UTC))
                .param("by", refund.paidBy())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refund> find(String refundId) {
        return db.sql("select * from refund where refund_id = :id")
                .param("id", refundId)
                .query((row, _) -> refund(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Refund> list(String enterpriseId, ListRequest request) {
        return LIST.page(
                db,
                request,
                "r.enterprise_id = :enterprise",
                Map.of("enterprise", enterpriseId),
                (row, _) -> refund(row));
    }

    private Refund refund(ResultSet row) throws SQLException {
        return new Refund(
                row.getString("refund_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                PaymentWay.valueOf(row.getString("method")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("reference"),
                row.getString("reason"),
                List.of(json.readValue(row.getString("parts"), Refund.Part[].class)),
                row.getObject("paid_at", OffsetDateTime.class).toInstant(),
                row.getString("paid_by"));
    }
}
