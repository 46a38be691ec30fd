package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.invoicing.application.Invoices;
import io.controlcenter.billing.invoicing.domain.BilledLine;
import io.controlcenter.billing.invoicing.domain.DraftLine;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.proration.domain.Proration;
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

/** Writes the invoices of a chunk by two statements. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcInvoices implements Invoices {

    private final JdbcClient db;
    private final NamedParameterJdbcOperations sets;
    private final JsonMapper json;

    JdbcInvoices(JdbcClient db, NamedParameterJdbcOperations sets, JsonMapper json) {
        this.db = db;
        this.sets = sets;
        this.json = json;
    }

    private record Line(FinishedInvoice invoice, int number, DraftLine draft) {

        <R> @Nullable R proration(Function<Proration, R> part) {
            var proration = draft.proration();
            return proration == null ? null : part.apply(proration);
        }

        <R> @Nullable R credits(Function<BilledLine, R> part) {
            var credits = draft.credits();
            return credits == null ? null : part.apply(credits);
        }
    }

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
    public void add(long billRun, List<FinishedInvoice> invoices) {
        if (!invoices.isEmpty()) {
            addHeads(billRun, invoices);
            addLines(invoices);
        }
    }

    private void addHeads(long billRun, List<FinishedInvoice> invoices) {
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
                .with("recurring", "numeric", invoice -> invoice.draft().total(LineType.RECURRING, LineType.PARTIAL))
                .with("oneTime", "numeric", invoice -> invoice.draft().total(LineType.NON_RECURRING))
                .with("credit", "numeric", invoice -> invoice.draft().total(LineType.CREDIT))
                .with("net", "numeric", invoice -> invoice.draft().total())
                .with("lines", "int4", invoice -> invoice.draft().lines().size())
                .with("first", "bool", invoice -> !invoice.draft().account().hasInvoice())
                .with("delivery", "text", invoice -> invoice.draft().account().delivery())
                .with("issuedAt", "timestamptz", invoice -> invoice.isIssued() ? invoice.at() : null)
                .and("run", billRun);
        sets.update("""
                insert into invoice (id, reference, enterprise_id, account_id, cycle_date, bill_date, due_date,
                  period_start, period_end, state, hold_reasons, currency, recurring_amount, one_time_amount,
                  credit_amount, net_amount, tax_amount, amount_due, line_count, first_invoice, delivery, bill_run_id,
                  issued_at)
                select id, reference, enterprise, account, date, date, due, period_start, period_end, state,
                  cast(reasons as jsonb), currency, recurring, one_time, credit, net, 0, net, lines, first, delivery,
                  :run, issued_at
                from unnest(:id, :reference, :enterprise, :account, :date, :due, :start, :end, :state, :reasons,
                    :currency, :recurring, :oneTime, :credit, :net, :lines, :first, :delivery, :issuedAt)
                  as t(id, reference, enterprise, account, date, due, period_start, period_end, state, reasons,
                    currency, recurring, one_time, credit, net, lines, first, delivery, issued_at)
                """, columns.parameters());
    }

    private @Nullable String reasons(FinishedInvoice invoice) {
        return invoice.isIssued() ? null : json.writeValueAsString(invoice.reasons());
    }

    private void addLines(List<FinishedInvoice> invoices) {
        var columns = Columns.of(lines(invoices))
                .with("invoice", "int8", line -> line.invoice().id())
                .with("number", "int4", Line::number)
                .with(
                        "enterprise",
                        "text",
                        line -> line.invoice().draft().account().enterpriseId())
                .with(
                        "account",
                        "text",
                        line -> line.invoice().draft().account().accountId())
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
                .with("creditsLine", "int4", line -> line.credits(BilledLine::lineNumber));
        sets.update("""
                insert into invoice_line (invoice_id, line_number, enterprise_id, account_id, type, charge_id,
                  recurring_charge_id, service_id, description, coverage_start, coverage_end, unit_amount, net_amount,
                  policy_id, day_count, numerator, denominator, unrounded, start_source, stop_source,
                  credits_invoice_id, credits_line_number)
                select * from unnest(:invoice, :number, :enterprise, :account, :type, :charge, :price, :service,
                  :description, :start, :end, :unit, :net, :policy, :dayCount, :numerator, :denominator, :unrounded,
                  :startSource, :stopSource, :creditsInvoice, :creditsLine)
                """, columns.parameters());
    }

    private static List<Line> lines(List<FinishedInvoice> invoices) {
        var lines = new ArrayList<Line>();
        for (var invoice : invoices) {
            var drafts = invoice.draft().lines();
            for (int i = 0; i < drafts.size(); i++) {
                lines.add(new Line(invoice, i + 1, drafts.get(i)));
            }
        }
        return lines;
    }
}
