package io.controlcenter.billing.usage;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.usage.domain.MeteredService;
import io.controlcenter.billing.usage.domain.RatedUsage;
import io.controlcenter.billing.usage.domain.ReportedUsage;
import io.controlcenter.billing.usage.domain.Unit;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Usage by SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UsageRecords {

    private static final String COLUMNS = """
            u.*, t.name as type_name, t.unit, s.start_date, s.stop_date, a.time_zone, a.currency as account_currency,
            i.reference as invoice_number""";
    private static final String JOINS = """
             join usage_type t on t.usage_type = u.usage_type
            join rated_service s on s.service_id = u.service_id
            join billing_account a on a.account_id = u.account_id
            left join invoice i on i.id = u.invoice_id""";
    private static final String RECORDS = "usage_record u" + JOINS;
    private static final String KNOWN = """
            unnest(cast(:sources as text[]), cast(:ids as text[])) as k(source, usage_id)
            cross join lateral (select * from usage_record where source = k.source and usage_id = k.usage_id offset 0) u""";
    private static final String STATUS = "case when u.invoice_id is null then 'RATED' else 'BILLED' end";
    private static final Listing LIST = Listing.of(COLUMNS, RECORDS)
            .text("accountId", "u.account_id")
            .text("serviceId", "u.service_id")
            .text("usageType", "u.usage_type")
            .text("source", "u.source")
            .text("usageId", "u.usage_id")
            .choice("status", STATUS, List.of("RATED", "BILLED"))
            .text("invoiceNumber", "i.reference")
            .number("lineId", "u.line_number")
            .instant("start", "u.started_at")
            .instant("end", "u.ended_at")
            .order("-start", "u.id");
    private static final RowMapper<MeteredService> SERVICE = (row, _) -> service(row);
    private static final RowMapper<UsageRecord> RECORD = (row, _) -> new UsageRecord(
            row.getLong("id"),
            new RatedUsage(
                    reported(row),
                    service(row),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("end_day", LocalDate.class),
                    row.getBigDecimal("rate"),
                    exact(row.getBigDecimal("amount"), row)),
            row.getString("type_name"),
            instant(row, "received_at"),
            row.getString("invoice_number"),
            row.getObject("line_number", Integer.class));

    private final JdbcClient db;
    private final JsonMapper json;

    UsageRecords(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    private static ReportedUsage reported(ResultSet row) throws SQLException {
        var cameRated = row.getBigDecimal("rate") == null;
        return new ReportedUsage(
                row.getString("source"),
                row.getString("usage_id"),
                row.getString("usage_type"),
                row.getString("service_id"),
                row.getString("account_id"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                Unit.plain(row.getBigDecimal("quantity")),
                Unit.valueOf(row.getString("unit")),
                cameRated ? new Money(exact(row.getBigDecimal("amount"), row), row.getString("currency")) : null);
    }

    private static MeteredService service(ResultSet row) throws SQLException {
        return new MeteredService(
                row.getString("service_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("account_currency"),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("start_date", LocalDate.class),
                row.getObject("stop_date", LocalDate.class));
    }

    private static BigDecimal exact(BigDecimal amount, ResultSet row) throws SQLException {
        return Money.exact(amount, row.getString("currency")).amount();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    List<MeteredService> services(Collection<String> ids) {
        return db.sql("""
                        select s.*, a.time_zone, a.currency as account_currency
                        from rated_service s join billing_account a on a.account_id = s.account_id
                        where s.service_id in (:ids)""").param("ids", ids).query(SERVICE).list();
    }

    List<UsageRecord> of(Collection<ReportedUsage.Key> keys) {
        return db.sql("select " + COLUMNS + " from " + KNOWN + JOINS)
                .param("sources", keys.stream().map(ReportedUsage.Key::source).toArray(String[]::new))
                .param("ids", keys.stream().map(ReportedUsage.Key::usageId).toArray(String[]::new))
                .query(RECORD)
                .list();
    }

    /** A row as JSON, of which PostgreSQL makes many at once. */
    private record Row(
            String source,
            String usageId,
            String enterprise,
            String account,
            String service,
            String type,
            Instant start,
            Instant end,
            LocalDate firstDay,
            LocalDate endDay,
            BigDecimal quantity,
            @Nullable BigDecimal rate,
            BigDecimal amount,
            String currency) {

        static Row of(RatedUsage usage) {
            var reported = usage.reported();
            var service = usage.service();
            return new Row(
                    reported.source(),
                    reported.usageId(),
                    service.enterpriseId(),
                    service.accountId(),
                    service.serviceId(),
                    reported.usageType(),
                    reported.start(),
                    reported.end(),
                    usage.firstDay(),
                    usage.endDay(),
                    reported.quantity(),
                    usage.rate(),
                    usage.amount(),
                    service.currency());
        }
    }

    /** @return how many were not there yet */
    int add(List<RatedUsage> usages, Instant at, String by) {
        return db.sql("""
                        insert into usage_record (source, usage_id, enterprise_id, account_id, service_id, usage_type,
                          started_at, ended_at, first_day, end_day, quantity, rate, amount, currency, received_at,
                          received_from)
                        select r.*, :at, :by
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(source text, "usageId" text, enterprise text,
                          account text, service text, type text, start timestamptz, "end" timestamptz, "firstDay" date,
                          "endDay" date, quantity numeric, rate numeric, amount numeric, currency text)
                        on conflict (source, usage_id) do nothing""")
                .param(
                        "rows",
                        json.writeValueAsString(usages.stream().map(Row::of).toList()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    Page<UsageRecord> list(String enterpriseId, ListRequest request) {
        return LIST.page(db, request, "u.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), RECORD);
    }

    Optional<UsageRecord> find(long id) {
        return db.sql("select " + COLUMNS + " from " + RECORDS + " where u.id = :id")
                .param("id", id)
                .query(RECORD)
                .optional();
    }

    /** Waits for a bill that is being made of the account. */
    boolean remove(UsageRecord record) {
        db.sql("select 1 from account_cycle where account_id = :account for update")
                .param("account", record.usage().service().accountId())
                .query(Integer.class)
                .list();
        return db.sql("delete from usage_record where id = :id and invoice_id is null")
                        .param("id", record.id())
                        .update()
                == 1;
    }
}
