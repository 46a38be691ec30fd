package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.HoldReason;
import io.controlcenter.billing.invoicing.domain.LineState;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.invoicing.domain.Statement;
import io.controlcenter.billing.proration.domain.DateSource;
import io.controlcenter.billing.proration.domain.DayCount;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads an invoice and its lines from their rows. */
@Component
class InvoiceRows {

    private final JsonMapper json;

    InvoiceRows(JsonMapper json) {
        this.json = json;
    }

    RowMapper<ReadingInvoices.Head> head() {
        return (row, _) -> new ReadingInvoices.Head(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("account_name"),
                date(row, "cycle_date"),
                date(row, "bill_date"),
                date(row, "due_date"),
                new Period(date(row, "period_start"), date(row, "period_end")),
                row.getString("currency"),
                row.getString("state"),
                reasons(row.getString("hold_reasons")),
                totals(row, statement(row.getString("statement"))),
                standing(row),
                statement(row.getString("statement")),
                row.getInt("line_count"),
                row.getBoolean("first_invoice"),
                row.getString("delivery"),
                instant(row, "issued_at"),
                row.getLong("version"));
    }

    private List<HoldReason> reasons(@Nullable String text) {
        return text == null ? List.of() : List.of(json.readValue(text, HoldReason[].class));
    }

    private Statement statement(@Nullable String text) {
        return text == null ? Statement.CLEAN : json.readValue(text, Statement.class);
    }

    /** What is neither a recurring nor a one-time charge nor a credit is usage. */
    private static Money usageCharges(ResultSet row) throws SQLException {
        var others = row.getBigDecimal("recurring_amount")
                .add(row.getBigDecimal("one_time_amount"))
                .add(row.getBigDecimal("credit_amount"));
        return Money.of(row.getBigDecimal("net_amount").subtract(others), row.getString("currency"));
    }

    private static ReadingInvoices.Totals totals(ResultSet row, Statement statement) throws SQLException {
        var currency = row.getString("currency");
        return new ReadingInvoices.Totals(
                Money.of(statement.previousBalance(), currency),
                Money.of(statement.payments(), currency),
                Money.of(statement.adjustments(), currency),
                Money.of(statement.balanceForward(), currency),
                money(row, "recurring_amount"),
                money(row, "one_time_amount"),
                usageCharges(row),
                money(row, "credit_amount"),
                money(row, "net_amount"),
                money(row, "tax_amount"),
                money(row, "amount_due"),
                Money.of(statement.balanceForward().add(row.getBigDecimal("amount_due")), currency));
    }

    private static ReadingInvoices.Standing standing(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var standing = JdbcStandings.STANDING.mapRow(row, 0);
        return new ReadingInvoices.Standing(
                Money.of(standing.paid(), currency),
                Money.of(standing.credited(), currency),
                Money.of(standing.disputed(), currency),
                Money.of(standing.open(), currency),
                Money.of(standing.undisputedOpen(), currency),
                standing.pastDue());
    }

    RowMapper<ReadingInvoices.Line> line() {
        return (row, _) -> new ReadingInvoices.Line(
                row.getInt("line_number"),
                LineType.valueOf(row.getString("type")),
                LineState.of(row.getString("line_state")),
                row.getString("description"),
                new Period(date(row, "coverage_start"), date(row, "coverage_end")),
                UsageRows.unitAmount(row, lineMoney(row, "unit_amount")),
                lineMoney(row, "net_amount"),
                proration(row),
                UsageRows.usage(row),
                ids(row.getString("tax_rules")),
                new ReadingInvoices.Provenance(row.getString("charge_id"), service(row), price(row), charge(row)),
                credited(row));
    }

    private static @Nullable Proration proration(ResultSet row) throws SQLException {
        if (row.getString("day_count") == null) {
            return null;
        }
        var start = date(row, "coverage_start");
        var end = date(row, "coverage_end");
        return new Proration(
                row.getString("policy_id"),
                DayCount.valueOf(row.getString("day_count")),
                !row.getString("type").equals(LineType.RECURRING.name()),
                Money.exact(row.getBigDecimal("unit_amount"), row.getString("currency"))
                        .amount(),
                row.getInt("numerator"),
                row.getInt("denominator"),
                start,
                end.minusDays(1),
                row.getBigDecimal("unrounded"),
                ProrationPolicy.ROUNDING,
                DateSource.valueOf(row.getString("start_source")),
                DateSource.valueOf(row.getString("stop_source")));
    }

    private static ReadingInvoices.@Nullable Service service(ResultSet row) throws SQLException {
        if (row.getString("service_id") == null) {
            return null;
        }
        return new ReadingInvoices.Service(
                row.getString("service_id"),
                row.getString("circuit_id"),
                row.getString("product_code"),
                row.getString("product_name"),
                row.getString("location"),
                row.getString("order_number"),
                row.getString("item_id"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getString("acceptance_outcome"),
                date(row, "start_date"),
                row.getObject("stop_date", LocalDate.class),
                row.getString("stop_order_number"),
                instant(row, "stop_requested_at"));
    }

    private static ReadingInvoices.@Nullable PriceSource price(ResultSet row) throws SQLException {
        var from = row.getObject("price_from", LocalDate.class);
        return from == null
                ? null
                : new ReadingInvoices.PriceSource(
                        from,
                        row.getString("price_order"),
                        row.getString("price_item"),
                        instant(row, "price_accepted_at"),
                        row.getString("price_outcome"),
                        row.getString("changed_by"),
                        row.getString("change_reason"),
                        instant(row, "changed_at"));
    }

    private static ReadingInvoices.@Nullable ChargeSource charge(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        return cause == null
                ? null
                : new ReadingInvoices.ChargeSource(
                        cause,
                        row.getString("source_ref"),
                        row.getString("charge_order"),
                        row.getString("charge_item"),
                        row.getString("approved_by"),
                        instant(row, "approved_at"));
    }

    static List<Long> ids(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Long::valueOf).toList();
    }

    static TaxLine tax(ResultSet row) throws SQLException {
        return new TaxLine(
                new Tax(
                        row.getLong("tax_rule_id"),
                        row.getString("code"),
                        row.getString("name"),
                        Tax.Kind.valueOf(row.getString("kind")),
                        row.getString("jurisdiction"),
                        row.getBigDecimal("percent").stripTrailingZeros()),
                Money.of(row.getBigDecimal("taxable_amount"), row.getString("currency"))
                        .amount(),
                Money.of(row.getBigDecimal("tax_amount"), row.getString("currency"))
                        .amount());
    }

    static ReadingInvoices.Section section(ResultSet row) throws SQLException {
        return new ReadingInvoices.Section(
                row.getString("service_id"),
                row.getString("product_code"),
                row.getString("title"),
                row.getString("location"),
                row.getString("circuit_id"),
                money(row, "recurring"),
                money(row, "one_time"),
                money(row, "usage"),
                money(row, "credits"),
                money(row, "total"));
    }

    private static ReadingInvoices.@Nullable Credited credited(ResultSet row) throws SQLException {
        var reference = row.getString("credited_reference");
        return reference == null ? null : new ReadingInvoices.Credited(reference, row.getInt("credits_line_number"));
    }

    /** A line of a held invoice may be in another currency than its account. */
    private static Money lineMoney(ResultSet row, String column) throws SQLException {
        return Money.of(row.getBigDecimal(column), row.getString("line_currency"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getBigDecimal(column), row.getString("currency"));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
