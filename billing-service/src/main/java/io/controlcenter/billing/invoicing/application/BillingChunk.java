package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.AccountToBill;
import io.controlcenter.billing.invoicing.domain.BillRun;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.CycleBilling;
import io.controlcenter.billing.invoicing.domain.DueDates;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.HoldReason;
import io.controlcenter.billing.invoicing.domain.InvoiceDraft;
import io.controlcenter.billing.invoicing.domain.SafetyChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bills some accounts of a run: claimed, read, judged, written, noted and told in one transaction. A process that is
 * killed in it leaves nothing behind, and the same accounts come up again.
 */
@Component
class BillingChunk {

    private final Cycles cycles;
    private final Invoices invoices;
    private final BillRuns runs;
    private final List<InvoiceJournal> journals;
    private final SafetyChecks checks;

    BillingChunk(
            Cycles cycles,
            Invoices invoices,
            BillRuns runs,
            List<InvoiceJournal> journals,
            InvoicingSettings settings) {
        this.cycles = cycles;
        this.invoices = invoices;
        this.runs = runs;
        this.journals = journals;
        this.checks = new SafetyChecks(settings.holdAbove());
    }

    private record Judged(AccountToBill bill, CycleBilling billing, InvoiceDraft draft, List<HoldReason> reasons) {

        boolean isEmpty() {
            return draft.lines().isEmpty();
        }
    }

    @Transactional
    BilledChunk bill(BillRun run, Instant now, int size) {
        var accounts = cycles.claim(run.cycleDate(), now, run.resumeAfter(), size);
        if (accounts.isEmpty()) {
            return BilledChunk.NOTHING;
        }
        var billed = finish(judge(accounts, run.cycleDate()), run.cycleDate(), now);
        var finished = billed.stream().flatMap(one -> one.invoice().stream()).toList();
        invoices.add(run.id(), finished);
        cycles.advance(run.cycleDate(), billed);
        var issued = finished.stream().filter(FinishedInvoice::isIssued).toList();
        journals.forEach(journal -> journal.issued(issued));
        var chunk = summary(accounts, finished);
        runs.progress(run.id(), chunk);
        return chunk;
    }

    /** What billing these accounts would bring; nothing is written. */
    @Transactional(readOnly = true)
    BilledChunk tryOut(LocalDate cycleDate, Instant now, long after, int size) {
        var accounts = cycles.peek(cycleDate, now, after, size);
        if (accounts.isEmpty()) {
            return BilledChunk.NOTHING;
        }
        var judged = judge(accounts, cycleDate).stream()
                .filter(one -> !one.isEmpty())
                .toList();
        var held = judged.stream().filter(one -> !one.reasons().isEmpty()).count();
        return new BilledChunk(
                accounts.size(),
                judged.size() - (int) held,
                judged.stream().mapToInt(one -> one.draft().lines().size()).sum(),
                (int) held,
                accounts.getLast().id());
    }

    private List<Judged> judge(List<BillableAccount> accounts, LocalDate cycleDate) {
        return cycles.load(accounts).stream()
                .map(bill -> {
                    var billing = new CycleBilling(bill, cycleDate);
                    var draft = billing.draft();
                    return new Judged(bill, billing, draft, checks.reasons(draft, bill));
                })
                .toList();
    }

    private List<Cycles.Billed> finish(List<Judged> judged, LocalDate cycleDate, Instant now) {
        var real = judged.stream().filter(one -> !one.isEmpty()).toList();
        var ids = invoices.nextIds(real.size()).iterator();
        var issued = (int) real.stream().filter(one -> one.reasons().isEmpty()).count();
        var number = issued == 0 ? 0 : invoices.nextNumbers(cycleDate.getYear(), issued);
        var dues = new DueDates(cycles.bankHolidays());
        var billed = new ArrayList<Cycles.Billed>(judged.size());
        for (var one : judged) {
            Optional<FinishedInvoice> invoice = Optional.empty();
            if (!one.isEmpty()) {
                var id = ids.next();
                var held = !one.reasons().isEmpty();
                var reference = held ? "H-" + id : "INV-%d-%06d".formatted(cycleDate.getYear(), number++);
                var due = dues.of(cycleDate, one.draft().account().paymentTermsDays());
                invoice = Optional.of(new FinishedInvoice(id, reference, one.draft(), due, one.reasons(), now));
            }
            billed.add(new Cycles.Billed(one.bill(), one.billing(), invoice));
        }
        return billed;
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
