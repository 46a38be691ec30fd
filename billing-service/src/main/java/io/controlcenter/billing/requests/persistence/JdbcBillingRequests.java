package io.controlcenter.billing.requests.persistence;

import io.controlcenter.billing.requests.application.BillingRequests;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.RequestState;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Billing requests by SQL. */
@Component
@Transactional
class JdbcBillingRequests implements BillingRequests {

    private static final Listing LIST = Listing.of("q.*", "billing_request q")
            .text("accountId", "q.account_id")
            .text("type", "q.type")
            .text("subtype", "q.subtype")
            .text("invoiceNumber", "q.invoice_number")
            .text("requestNumber", "q.request_number")
            .text("customerReference", "q.customer_reference")
            .text("coordinatorId", "q.coordinator_id")
            .choice("channel", "q.channel", BillingRequest.Channel.class)
            .choice("state", "q.state", RequestState.wires())
            .instant("createdAt", "q.created_at")
            .instant("lastActivityAt", "q.last_activity_at")
            .instant("ackDueAt", "q.ack_due_at")
            .order("-createdAt", "q.id");
    private static final String INSERT = """
            insert into billing_request (request_number, enterprise_id, account_id, type, subtype, channel,
              invoice_number, description, details, customer_reference, contact_name, contact_email, contact_phone,
              currency, segment, time_zone, state, received_at, created_at, created_by, reading, ack_due_at,
              ack_target_at, ack_warn_75_at, ack_warn_90_at, next_warning_at, decision_due_at, last_activity_at, version)
            values (:number, :enterprise, :account, :type, :subtype, :channel,
              :invoice, :description, cast(:details as jsonb), :reference, :contactName, :contactEmail, :contactPhone,
              :currency, :segment, :zone, :state, :received, :created, :createdBy, :reading, :ackDue,
              :ackTarget, :warn75, :warn90, :nextWarning, :decisionDue, :activity, :version)""";
    private static final String UPDATE = """
            update billing_request set state = :state, contact_name = :contactName, contact_email = :contactEmail,
              contact_phone = :contactPhone, customer_reference = :reference, coordinator_id = :coordinatorId,
              coordinator_name = :coordinatorName, coordinator_phone = :coordinatorPhone,
              coordinator_email = :coordinatorEmail, ack_warned = :warned, acknowledged_at = :acknowledged,
              next_warning_at = :nextWarning, decision_due_at = :decisionDue, pended_at = :pended,
              pending_question = :question, silent_until = :silent, objected = :objected, close_reason = :closeReason,
              outcome = :outcome, outcome_text = :outcomeText, credit_amount = :credit, resolved_at = :resolved,
              resolved_by = :resolvedBy, closed_at = :closed, closing = :closing, last_activity_at = :activity,
              version = :version
            where request_number = :number""";

    private final JdbcClient db;
    private final RequestRows rows;

    JdbcBillingRequests(JdbcClient db, RequestRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public String nextNumber() {
        return "BRQ-"
                + db.sql("select nextval('billing_request_number')")
                        .query(Long.class)
                        .single();
    }

    @Override
    public void add(BillingRequest request) {
        db.sql(INSERT).params(rows.columns(request)).update();
    }

    @Override
    public void save(BillingRequest request) {
        db.sql(UPDATE).params(rows.columns(request)).update();
    }

    @Override
    public Optional<BillingRequest> lock(String requestNumber) {
        return db.sql("select * from billing_request where request_number = :number for update")
                .param("number", requestNumber)
                .query(rows.request())
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BillingRequest> find(String requestNumber) {
        return db.sql("select * from billing_request where request_number = :number")
                .param("number", requestNumber)
                .query(rows.request())
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<BillingRequest> list(
            @Nullable String enterpriseId, @Nullable Instant closedSince, ListRequest request) {
        var always = new StringBuilder("true");
        var parameters = new HashMap<String, Object>();
        if (enterpriseId != null) {
            always.append(" and q.enterprise_id = :enterprise");
            parameters.put("enterprise", enterpriseId);
        }
        if (closedSince != null) {
            always.append(" and (q.closed_at is null or q.closed_at >= :since)");
            parameters.put("since", closedSince.atOffset(ZoneOffset.UTC));
        }
        return LIST.page(db, request, always.toString(), parameters, rows.request());
    }

    @Override
    public List<String> toWarnOf(Instant now, int limit) {
        return numbers("next_warning_at", now, limit);
    }

    @Override
    public List<String> silent(Instant now, int limit) {
        return numbers("silent_until", now, limit);
    }

    private List<String> numbers(String column, Instant now, int limit) {
        return db.sql("select request_number from billing_request where %1$s <= :now order by %1$s, id limit :limit"
                        .formatted(column))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
