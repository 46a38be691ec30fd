package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.application.Invoices.JudgedInvoice;
import io.controlcenter.billing.invoicing.domain.BillRun;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.DueDates;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.JudgedBill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bills some accounts of a run: claimed, read, judged, written, noted and told in one transaction. A process that is
 * killed in it leaves nothing behind, and the same accounts come up again. What other chunks have to wait for, the
 * numbers and the run's progress, is done last.
 */
@Component
class BillingChunk {

    private final Cycles cycles;
    private final JudgingBills judging;
    private final Statements statements;
    private final Invoices invoices;
    private final BillRuns runs;
    private final List<InvoiceJournal> journals;

    BillingChunk(
            Cycles cycles,
            JudgingBills judging,
            Statements statements,
            Invoices invoices,
            BillRuns runs,
            List<InvoiceJournal> journals) {
        this.cycles = cycles;
        this.judging = judging;
        this.statements = statements;
        this.invoices = invoices;
        this.runs = runs;
        this.journals = journals;
    }

    @Transactional
    BilledChunk bill(BillRun run, Instant now, int size) {
        var accounts = cycles.claim(run.cycleDate(), now, run.resumeAfter(), size);
        if (accounts.isEmpty()) {
            return BilledChunk.NOTHING;
        }
        var judged = judging.judge(accounts, run.cycleDate());
        var real = numbered(judged);
        invoices.addLines(real);
        cycles.advance(run.cycleDate(), billed(judged, real));
        var finished = issue(run, real, now);
        var chunk = summary(accounts, finished);
        runs.progress(run.id(), chunk);
        return chunk;
    }

    private List<JudgedInvoice> numbered(List<JudgedBill> judged) {
        var real = judged.stream().filter(one -> !one.isEmpty()).toList();
        var ids = invoices.nextIds(real.size()).iterator();
        return real.stream().map(one -> new JudgedInvoice(ids.next(), one)).toList();
    }

    private static List<Cycles.Billed> billed(List<JudgedBill> judged, List<JudgedInvoice> real) {
        var next = real.iterator();
        return judged.stream()
                .map(one -> new Cycles.Billed(
                        one, one.isEmpty() ? null : next.next().id()))
                .toList();
    }

    private List<FinishedInvoice> issue(BillRun run, List<JudgedInvoice> real, Instant now) {
        var cycleDate = run.cycleDate();
        var accounts = real.stream()
                .filter(one -> !one.judged().isHeld())
                .map(one -> one.judged().draft().account().accountId())
                .toList();
        var taken = statements.take(accounts, cycleDate);
        var dues = new DueDates(cycles.bankHolidays());
        var number = accounts.isEmpty() ? 0 : invoices.nextNumbers(cycleDate.getYear(), accounts.size());
        var finished = new ArrayList<FinishedInvoice>(real.size());
        for (var one : real) {
            var reference = one.judged().isHeld() ? "H-" + one.id() : number(cycleDate, number++);
            finished.add(finished(one, reference, taken, dues, now));
        }
        invoices.addHeads(run.id(), finished);
        var issued = finished.stream().filter(FinishedInvoice::isIssued).toList();
        statements.state(taken, issued);
        journals.forEach(journal -> journal.issued(issued));
        return finished;
    }

    static String number(LocalDate cycleDate, long number) {
        return "INV-%d-%06d".formatted(cycleDate.getYear(), number);
    }

    private static FinishedInvoice finished(
            JudgedInvoice one, String reference, Statements.Taken taken, DueDates dues, Instant now) {
        var draft = one.judged().draft();
        var account = draft.account();
        return new FinishedInvoice(
                one.id(),
                reference,
                draft,
                dues.of(draft.cycleDate(), account.paymentTermsDays()),
                taken.of(account.accountId()),
                one.judged().reasons(),
                now);
    }

    /** What billing these accounts would bring; nothing is written. */
    @Transactional(readOnly = true)
    BilledChunk tryOut(LocalDate cycleDate, Instant now, long after, int size) {
        var accounts = cycles.peek(cycleDate, now, after, size);
        if (accounts.isEmpty()) {
            return BilledChunk.NOTHING;
        }
        var judged = judging.judge(accounts, cycleDate).stream()
                .filter(one -> !one.isEmpty())
                .toList();
        var held = (int) judged.stream().filter(JudgedBill::isHeld).count();
        return new BilledChunk(
                accounts.size(),
                judged.size() - held,
                judged.stream().mapToInt(one -> one.draft().lines().size()).sum(),
                held,
                accounts.getLast().id());
    }

    private static BilledChunk summary(List<BillableAccount> accounts, List<FinishedInvoice> finished) {
        var issued = (int) finished.stream().filter(FinishedInvoice::isIssued).count();
        var lines =
                finished.stream().mapToInt(one -> one.draft().lines().size()).sum();
        return new BilledChunk(
                accounts.size(),
                issued,
                lines,
                finished.size() - issued,
                accounts.getLast().id());
    }
}
