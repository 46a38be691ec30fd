package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.AccountToBill;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.BilledLine;
import io.controlcenter.billing.invoicing.domain.CycleBilling;
import io.controlcenter.billing.invoicing.domain.DraftLine;
import io.controlcenter.billing.invoicing.domain.InvoiceDraft;
import io.controlcenter.billing.invoicing.domain.JudgedBill;
import io.controlcenter.billing.invoicing.domain.SafetyChecks;
import io.controlcenter.billing.taxes.application.TaxProvider;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.usage.UsageSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the bills of many accounts: charges read, lines drafted, taxes asked for, doubts found. Nothing is written. */
@Component
class JudgingBills {

    private final Cycles cycles;
    private final TaxProvider taxes;
    private final SafetyChecks checks;

    JudgingBills(Cycles cycles, TaxProvider taxes, InvoicingSettings settings, UsageSettings usage) {
        this.cycles = cycles;
        this.taxes = taxes;
        this.checks = new SafetyChecks(settings.holdAbove(), settings.linesOfServiceAndDay(), usage.tailDays());
    }

    List<JudgedBill> judge(List<BillableAccount> accounts, LocalDate cycleDate) {
        return judgeAll(cycles.load(accounts), cycleDate);
    }

    List<JudgedBill> judgeAll(List<AccountToBill> bills, LocalDate cycleDate) {
        var billings =
                bills.stream().map(bill -> new CycleBilling(bill, cycleDate)).toList();
        var drafts = tax(billings.stream().map(CycleBilling::draft).toList(), cycleDate);
        var judged = new ArrayList<JudgedBill>(bills.size());
        for (int i = 0; i < bills.size(); i++) {
            var draft = drafts.get(i);
            judged.add(new JudgedBill(bills.get(i), billings.get(i), draft, checks.reasons(draft, bills.get(i))));
        }
        return judged;
    }

    private List<InvoiceDraft> tax(List<InvoiceDraft> drafts, LocalDate on) {
        var supplies = new ArrayList<Supply>();
        var earlier = new HashSet<Long>();
        for (var draft : drafts) {
            for (var line : draft.lines()) {
                supplies.add(line.supply());
                if (line.credits() != null) {
                    earlier.addAll(line.credits().taxes());
                }
            }
        }
        var assessed = taxes.assess(supplies, on).iterator();
        var applied = taxes.applied(earlier);
        return drafts.stream()
                .map(draft -> draft.taxed(draft.lines().stream()
                        .map(line -> of(line, assessed.next(), applied))
                        .toList()))
                .toList();
    }

    /** What gives back of a billed line takes back the taxes that line had, at their rates. */
    private static List<Tax> of(DraftLine line, List<Tax> now, Map<Long, Tax> applied) {
        BilledLine billed = line.credits();
        return billed == null
                ? now
                : billed.taxes().stream()
                        .map(id -> Objects.requireNonNull(applied.get(id)))
                        .toList();
    }
}
