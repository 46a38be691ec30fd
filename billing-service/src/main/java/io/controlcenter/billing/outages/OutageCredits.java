package io.controlcenter.billing.outages;

import io.controlcenter.billing.outages.domain.OutageCredit;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals by SQL; an outage of a service is proposed once per ticket. */
@Component
@Transactional
class OutageCredits {

    private static final Listing LIST = Listing.of("o.*", "outage_credit o")
            .text("accountId", "o.account_id")
            .text("serviceId", "o.service_id")
            .text("ticketNumber", "o.ticket_number")
            .choice("state", "o.state", OutageCredit.State.class)
            .instant("proposedAt", "o.proposed_at")
            .order("-proposedAt", "o.id");

    private final JdbcClient db;

    OutageCredits(JdbcClient db) {
        this.db = db;
    }

    String nextId() {
        return "OC-"
                + db.sql("select nextval('outage_credit_number')")
                        .query(Long.class)
                        .single();
    }

    /** What a service costs a month on a day; zero when it is not known. */
    BigDecimal monthly(String serviceId, LocalDate day) {
        return db.sql("""
                        select coalesce(sum(amount), 0) from recurring_charge
                        where service_id = :service and effective_from <= :day
                          and (effective_to is null or effective_to > :day)""")
                .param("service", serviceId)
                .param("day", day)
                .query(BigDecimal.class)
                .single();
    }

    boolean isRated(String serviceId) {
        return db.sql("select exists (select 1 from rated_service where service_id = :service)")
                .param("service", serviceId)
                .query(Boolean.class)
                .single();
    }

    void add(OutageCredit credit) {
        db.sql("""
                        insert into outage_credit (proposal_id, enterprise_id, account_id, service_id, circuit_id,
                          ticket_number, outage_start, outage_end, minutes, excluded_minutes, monthly_amount,
                          minutes_in_month, amount, currency, state, proposed_at)
                        values (:id, :enterprise, :account, :service, :circuit, :ticket, :start, :end, :minutes,
                          :excluded, :monthly, :inMonth, :amount, :currency, :state, :at)
                        on conflict (ticket_number, service_id, outage_start) do nothing""")
                .param("id", credit.proposalId())
                .param("enterprise", credit.enterpriseId())
                .param("account", credit.accountId())
                .param("service", credit.serviceId())
                .param("circuit", credit.circuitId())
                .param("ticket", credit.ticketNumber())
                .param("start", credit.outageStart().atOffset(ZoneOffset.UTC))
                .param("end", credit.outageEnd().atOffset(ZoneOffset.UTC))
                .param("minutes", credit.minutes())
                .param("excluded", credit.excludedMinutes())
                .param("monthly", credit.monthlyAmount())
                .param("inMonth", credit.minutesInMonth())
                .param("amount", credit.amount())
                .param("currency", credit.currency())
                .param("state", credit.state().name())
                .param("at", credit.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(OutageCredit credit) {
        var decision = credit.decision();
        db.sql("""
                        update outage_credit set state = :state, decided_at = :at, decided_by = :by,
                          decision_text = :text, credited = :credited, version = :version
                        where proposal_id = :id""")
                .param("state", credit.state().name())
                .param("at", decision == null ? null : decision.at().atOffset(ZoneOffset.UTC))
                .param("by", decision == null ? null : decision.by())
                .param("text", decision == null ? null : decision.text())
                .param("credited", decision == null ? null : decision.credited())
                .param("version", credit.version())
                .param("id", credit.proposalId())
                .update();
    }

    Optional<OutageCredit> lock(String proposalId) {
        return db.sql("select * from outage_credit where proposal_id = :id for update")
                .param("id", proposalId)
                .query((row, _) -> credit(row))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<OutageCredit> find(String proposalId) {
        return db.sql("select * from outage_credit where proposal_id = :id")
                .param("id", proposalId)
                .query((row, _) -> credit(row))
                .optional();
    }

    /** @param enterpriseId null for those of all enterprises */
    @Transactional(readOnly = true)
    Page<OutageCredit> list(@Nullable String enterpriseId, ListRequest request) {
        return enterpriseId == null
                ? LIST.page(db, request, "true", Map.of(), (row, _) -> credit(row))
                : LIST.page(
                        db,
                        request,
                        "o.enterprise_id = :enterprise",
                        Map.of("enterprise", enterpriseId),
                        (row, _) -> credit(row));
    }

    private static OutageCredit credit(ResultSet row) throws SQLException {
        return new OutageCredit(
                row.getString("proposal_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("service_id"),
                row.getString("circuit_id"),
                row.getString("ticket_number"),
                row.getObject("outage_start", OffsetDateTime.class).toInstant(),
                row.getObject("outage_end", OffsetDateTime.class).toInstant(),
                row.getInt("minutes"),
                row.getInt("excluded_minutes"),
                row.getBigDecimal("monthly_amount"),
                row.getInt("minutes_in_month"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                OutageCredit.State.valueOf(row.getString("state")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                decision(row),
                row.getLong("version"));
    }

    private static OutageCredit.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = row.getObject("decided_at", OffsetDateTime.class);
        return at == null
                ? null
                : new OutageCredit.Decision(
                        at.toInstant(),
                        row.getString("decided_by"),
                        row.getString("decision_text"),
                        row.getBigDecimal("credited"));
    }
}
