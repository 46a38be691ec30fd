package io.controlcenter.billing.invoicing.persistence;

import static java.util.stream.Collectors.joining;

import io.controlcenter.billing.invoicing.application.Invoices;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.BilledLine;
import io.controlcenter.billing.invoicing.domain.DraftLine;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.platform.sets.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the invoices of a chunk by three statements. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcInvoices implements Invoices {

    private final JdbcClient db;
    private final UsageToBill usage;
    private final JsonMapper json;

    JdbcInvoices(JdbcClient db, UsageToBill usage, JsonMapper json) {
        this.db = db;
        this.usage = usage;
        this.json = json;
    }

    private record Line(long invoice, BillableAccount account, int number, DraftLine draft) {

        <R> @Nullable R proration(Function<Proration, R> part) {
            var proration = draft.proration();
            return proration == null ? null : part.apply(proration);
        }

        <R> @Nullable R credits(Function<BilledLine, R> part) {
            var credits = draft.credits();
            return credits == null ? null : part.apply(credits);
        }

        @Nullable
        String taxes() {
            return draft.taxes().isEmpty()
                    ? null
                    : draft.taxes().stream().map(tax -> Long.toString(tax.id())).collect(joining(","));
        }
    }

    private record Tax(long invoice, BillableAccount account, int number, TaxLine line) {}

    @Override
    public List<Long> nextIds(int count) {
        return db.sql("select nextval('invoice_id') from generate_series(1, :count)")
                .param("count", count)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public long nextNumbers(int year, int count) {
        return db.sql("""
                        insert into invoice_counter values (:year, :count)
                        on conflict (year) do update set last = invoice_counter.last + :count
                        returning last - :count + 1""")
                .param("year", year)
                .param("count", count)
                .query(Long.class)
                .single();
    }

    @Override
    public void addLines(List<JudgedInvoice> invoices) {
        var lines = new ArrayList<Line>();
        var taxes = new ArrayList<Tax>();
        for (var invoice : invoices) {
            var draft = invoice.judged().draft();
            for (int i = 0; i < draft.lines().size(); i++) {
                lines.add(new Line(
                        invoice.id(), draft.account(), i + 1, draft.lines().get(i)));
            }
            for (int i = 0; i < draft.taxes().size(); i++) {
                taxes.add(new Tax(
                        invoice.id(), draft.account(), i + 1, draft.taxes().get(i)));
            }
        }
        addLineRows(lines);
        addTaxRows(taxes);
        usage.addRows(invoices);
    }

    @Override
    public void addHeads(long billRun, List<FinishedInvoice> invoices) {
        Columns.of(invoices)
                .with("id", "int8", FinishedInvoice::id)
                .with("reference", "text", FinishedInvoice::reference)
                .with(
                        "enterprise_id",
                        "text",
                        invoice -> invoice.draft().account().enterpriseId())
                .with("account_id", "text", invoice -> invoice.draft().account().accountId())
                .with("cycle_date", "date", invoice -> invoice.draft().cycleDate())
                .with("bill_date", "date", invoice -> invoice.draft().cycleDate())
                .with("due_date", "date", FinishedInvoice::dueDate)
                .with(
                        "period_start",
                        "date",
                        invoice -> invoice.draft().period().start())
                .with("period_end", "date", invoice -> invoice.draft().period().end())
                .with("state", "text", invoice -> invoice.state().wire())
                .with("hold_reasons", "jsonb", this::reasons)
                .with("currency", "text", invoice -> invoice.draft().account().currency())
                .with(
                        "recurring_amount",
                        "numeric",
                        invoice -> invoice.draft().total(LineType.RECURRING, LineType.PARTIAL))
                .with(
                        "one_time_amount",
                        "numeric",
                        invoice -> invoice.draft().total(LineType.NON_RECURRING, LineType.LATE))
                .with("credit_amount", "numeric", invoice -> invoice.draft().total(LineType.CREDIT))
                .with("net_amount", "numeric", invoice -> invoice.draft().total())
                .with("tax_amount", "numeric", invoice -> invoice.draft().tax())
                .with("amount_due", "numeric", invoice -> invoice.draft().amountDue())
                .with("line_count", "int4", invoice -> invoice.draft().lines().size())
                .with(
                        "first_invoice",
                        "bool",
                        invoice -> !invoice.draft().account().hasInvoice())
                .with("delivery", "text", invoice -> invoice.draft().account().delivery())
                .with("bill_run_id", "int8", _ -> billRun)
                .with("issued_at", "timestamptz", invoice -> invoice.isIssued() ? invoice.at() : null)
                .with("statement", "jsonb", this::statement)
                .insertInto("invoice", db);
    }

    private @Nullable String reasons(FinishedInvoice invoice) {
        return invoice.isIssued() ? null : json.writeValueAsString(invoice.reasons());
    }

    private @Nullable String statement(FinishedInvoice invoice) {
        return invoice.statement().hasNothing() ? null : json.writeValueAsString(invoice.statement());
    }

    private void addLineRows(List<Line> lines) {
        Columns.of(lines)
                .with("invoice_id", "int8", Line::invoice)
                .with("line_number", "int4", Line::number)
                .with("enterprise_id", "text", line -> line.account().enterpriseId())
                .with("account_id", "text", line -> line.account().accountId())
                .with("type", "text", line -> line.draft().type())
                .with("charge_id", "text", line -> line.draft().chargeId())
                .with("recurring_charge_id", "int8", line -> line.draft().recurringChargeId())
                .with("service_id", "text", line -> line.draft().serviceId())
                .with("description", "text", line -> line.draft().description())
                .with("coverage_start", "date", line -> line.draft().coverage().start())
                .with("coverage_end", "date", line -> line.draft().coverage().end())
                .with("unit_amount", "numeric", line -> line.draft().unitAmount())
                .with("net_amount", "numeric", line -> line.draft().net())
                .with("policy_id", "text", line -> line.proration(Proration::policyId))
                .with("day_count", "text", line -> line.proration(Proration::convention))
                .with("numerator", "int4", line -> line.proration(Proration::numerator))
                .with("denominator", "int4", line -> line.proration(Proration::denominator))
                .with("unrounded", "numeric", line -> line.proration(Proration::unrounded))
                .with("start_source", "text", line -> line.proration(Proration::startSource))
                .with("stop_source", "text", line -> line.proration(Proration::stopSource))
                .with("credits_invoice_id", "int8", line -> line.credits(BilledLine::invoiceId))
                .with("credits_line_number", "int4", line -> line.credits(BilledLine::lineNumber))
                .with("currency", "text", line -> line.draft().currency())
                .with("tax_rules", "text", Line::taxes)
                .insertInto("invoice_line", db);
    }

    private void addTaxRows(List<Tax> taxes) {
        Columns.of(taxes)
                .with("invoice_id", "int8", Tax::invoice)
                .with("tax_number", "int4", Tax::number)
                .with("enterprise_id", "text", tax -> tax.account().enterpriseId())
                .with("account_id", "text", tax -> tax.account().accountId())
                .with("tax_rule_id", "int8", tax -> tax.line().tax().id())
                .with("code", "text", tax -> tax.line().tax().code())
                .with("name", "text", tax -> tax.line().tax().name())
                .with("kind", "text", tax -> tax.line().tax().kind())
                .with("jurisdiction", "text", tax -> tax.line().tax().jurisdiction())
                .with("percent", "numeric", tax -> tax.line().tax().percent())
                .with("taxable_amount", "numeric", tax -> tax.line().taxable())
                .with("tax_amount", "numeric", tax -> tax.line().amount())
                .insertInto("invoice_tax", db);
    }
}
