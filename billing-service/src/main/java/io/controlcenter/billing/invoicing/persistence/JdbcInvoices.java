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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
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
    private final NamedParameterJdbcOperations sets;
    private final UsageToBill usage;
    private final JsonMapper json;

    JdbcInvoices(JdbcClient db, NamedParameterJdbcOperations sets, UsageToBill usage, JsonMapper json) {
        this.db = db;
        this.sets = sets;
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
        if (invoices.isEmpty()) {
            return;
        }
        var columns = Columns.of(invoices)
                .with("id", "int8", FinishedInvoice::id)
                .with("reference", "text", FinishedInvoice::reference)
                .with("enterprise", "text", invoice -> invoice.draft().account().enterpriseId())
                .with("account", "text", invoice -> invoice.draft().account().accountId())
                .with("date", "date", invoice -> invoice.draft().cycleDate())
                .with("due", "date", FinishedInvoice::dueDate)
                .with("start", "date", invoice -> invoice.draft().period().start())
                .with("end", "date", invoice -> invoice.draft().period().end())
                .with("state", "text", invoice -> invoice.state().wire())
                .with("reasons", "text", this::reasons)
                .with("currency", "text", invoice -> invoice.draft().account().currency())
                .with("statement", "text", this::statement)
                .with("recurring", "numeric", invoice -> invoice.draft().total(LineType.RECURRING, LineType.PARTIAL))
                .with("oneTime", "numeric", invoice -> invoice.draft().total(LineType.NON_RECURRING, LineType.LATE))
                .with("credit", "numeric", invoice -> invoice.draft().total(LineType.CREDIT))
                .with("net", "numeric", invoice -> invoice.draft().total())
                .with("tax", "numeric", invoice -> invoice.draft().tax())
                .with("dueAmount", "numeric", invoice -> invoice.draft().amountDue())
                .with("lines", "int4", invoice -> invoice.draft().lines().size())
                .with("first", "bool", invoice -> !invoice.draft().account().hasInvoice())
                .with("delivery", "text", invoice -> invoice.draft().account().delivery())
                .with("issuedAt", "timestamptz", invoice -> invoice.isIssued() ? invoice.at() : null)
                .and("run", billRun);
        sets.update("""
                insert into invoice (id, reference, enterprise_id, account_id, cycle_date, bill_date, due_date,
                  period_start, period_end, state, hold_reasons, currency, recurring_amount, one_time_amount,
                  credit_amount, net_amount, tax_amount, amount_due, line_count, first_invoice, delivery, bill_run_id,
                  issued_at, statement)
                select id, reference, enterprise, account, date, date, due, period_start, period_end, state,
                  cast(reasons as jsonb), currency, recurring, one_time, credit, net, tax, due_amount, lines, first,
                  delivery, :run, issued_at, cast(statement as jsonb)
                from unnest(:id, :reference, :enterprise, :account, :date, :due, :start, :end, :state, :reasons,
                    :currency, :statement, :recurring, :oneTime, :credit, :net, :tax, :dueAmount, :lines, :first,
                    :delivery, :issuedAt)
                  as t(id, reference, enterprise, account, date, due, period_start, period_end, state, reasons,
                    currency, statement, recurring, one_time, credit, net, tax, due_amount, lines, first, delivery,
                    issued_at)
                """, columns.parameters());
    }

    private @Nullable String reasons(FinishedInvoice invoice) {
        return invoice.isIssued() ? null : json.writeValueAsString(invoice.reasons());
    }

    private @Nullable String statement(FinishedInvoice invoice) {
        return invoice.statement().hasNothing() ? null : json.writeValueAsString(invoice.statement());
    }

    private void addLineRows(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var columns = Columns.of(lines)
                .with("invoice", "int8", Line::invoice)
                .with("number", "int4", Line::number)
                .with("enterprise", "text", line -> line.account().enterpriseId())
                .with("account", "text", line -> line.account().accountId())
                .with("type", "text", line -> line.draft().type())
                .with("charge", "text", line -> line.draft().chargeId())
                .with("price", "int8", line -> line.draft().recurringChargeId())
                .with("service", "text", line -> line.draft().serviceId())
                .with("description", "text", line -> line.draft().description())
                .with("start", "date", line -> line.draft().coverage().start())
                .with("end", "date", line -> line.draft().coverage().end())
                .with("unit", "numeric", line -> line.draft().unitAmount())
                .with("net", "numeric", line -> line.draft().net())
                .with("policy", "text", line -> line.proration(Proration::policyId))
                .with("dayCount", "text", line -> line.proration(Proration::convention))
                .with("numerator", "int4", line -> line.proration(Proration::numerator))
                .with("denominator", "int4", line -> line.proration(Proration::denominator))
                .with("unrounded", "numeric", line -> line.proration(Proration::unrounded))
                .with("startSource", "text", line -> line.proration(Proration::startSource))
                .with("stopSource", "text", line -> line.proration(Proration::stopSource))
                .with("creditsInvoice", "int8", line -> line.credits(BilledLine::invoiceId))
                .with("creditsLine", "int4", line -> line.credits(BilledLine::lineNumber))
                .with("currency", "text", line -> line.draft().currency())
                .with("taxes", "text", Line::taxes);
        sets.update("""
                insert into invoice_line (invoice_id, line_number, enterprise_id, account_id, type, charge_id,
                  recurring_charge_id, service_id, description, coverage_start, coverage_end, unit_amount, net_amount,
                  policy_id, day_count, numerator, denominator, unrounded, start_source, stop_source,
                  credits_invoice_id, credits_line_number, currency, tax_rules)
                select * from unnest(:invoice, :number, :enterprise, :account, :type, :charge, :price, :service,
                  :description, :start, :end, :unit, :net, :policy, :dayCount, :numerator, :denominator, :unrounded,
                  :startSource, :stopSource, :creditsInvoice, :creditsLine, :currency, :taxes)
                """, columns.parameters());
    }

    private void addTaxRows(List<Tax> taxes) {
        if (taxes.isEmpty()) {
            return;
        }
        var columns = Columns.of(taxes)
                .with("invoice", "int8", Tax::invoice)
                .with("number", "int4", Tax::number)
                .with("enterprise", "text", tax -> tax.account().enterpriseId())
                .with("account", "text", tax -> tax.account().accountId())
                .with("rule", "int8", tax -> tax.line().tax().id())
                .with("code", "text", tax -> tax.line().tax().code())
                .with("name", "text", tax -> tax.line().tax().name())
                .with("kind", "text", tax -> tax.line().tax().kind())
                .with("jurisdiction", "text", tax -> tax.line().tax().jurisdiction())
                .with("percent", "numeric", tax -> tax.line().tax().percent())
                .with("taxable", "numeric", tax -> tax.line().taxable())
                .with("amount", "numeric", tax -> tax.line().amount());
        sets.update("""
                insert into invoice_tax (invoice_id, tax_number, enterprise_id, account_id, tax_rule_id, code, name, kind,
                  jurisdiction, percent, taxable_amount, tax_amount)
                select * from unnest(:invoice, :number, :enterprise, :account, :rule, :code, :name, :kind,
                  :jurisdiction, :percent, :taxable, :amount)
                """, columns.parameters());
    }
}
