package io.controlcenter.billing.requests.persistence;

import io.controlcenter.billing.requests.application.Person;
import io.controlcenter.billing.requests.application.RequestLog;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Histories by SQL. */
@Component
@Transactional
class JdbcRequestLog implements RequestLog {

    private static final RowMapper<Entry> ENTRY = (row, _) -> new Entry(
            row.getLong("id"),
            RequestRows.required(row, "at"),
            Kind.valueOf(row.getString("kind")),
            row.getString("text"),
            row.getString("actor"),
            row.getString("source"),
            row.getBoolean("internal"));
    private static final Listing LIST = Listing.of("e.*", "billing_request_entry e")
            .choice("kind", "e.kind", Kind.class)
            .choice("source", "e.source", List.of("CUSTOMER", "PROVIDER", "SYSTEM"))
            .instant("at", "e.at")
            .order("at", "e.id");

    private final JdbcClient db;
    private final Clock clock;

    JdbcRequestLog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Entry add(BillingRequest request, Kind kind, String text, Person by, boolean internal) {
        return db.sql("""
                        insert into billing_request_entry (request_number, enterprise_id, account_id, at, kind, text,
                          actor, source, internal)
                        values (:number, :enterprise, :account, :at, :kind, :text, :actor, :source, :internal)
                        returning *""")
                .param("number", request.requestNumber())
                .param("enterprise", request.enterpriseId())
                .param("account", request.accountId())
                .param("at", RequestRows.utc(clock.instant()))
                .param("kind", kind.name())
                .param("text", text)
                .param("actor", by.name())
                .param("source", by.source())
                .param("internal", internal)
                .query(ENTRY)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Entry> list(String requestNumber, boolean withInternal, ListRequest request) {
        var always = "e.request_number = :number" + (withInternal ? "" : " and not e.internal");
        return LIST.page(db, request, always, Map.of("number", requestNumber), ENTRY);
    }
}
