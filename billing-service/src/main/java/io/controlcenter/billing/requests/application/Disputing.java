package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.LineNumber;
import io.controlcenter.billing.invoicing.domain.LineState;
import io.controlcenter.billing.receivables.application.Crediting;
import io.controlcenter.billing.receivables.application.GivenBack;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.receivables.application.ReadingBalances;
import io.controlcenter.billing.receivables.application.TaxingCredits;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.DisputeLine;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines of invoices in dispute: withheld while they are looked into, then given back by a credit note or due again
 * (domain b.5, rules 5 and 6; MEF 141, table 9).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Disputing {

    private final DisputeLines lines;
    private final InvoiceStandings invoices;
    private final ReadingInvoices reading;
    private final GivenBack givenBack;
    private final Crediting crediting;
    private final TaxingCredits taxing;
    private final Ledger ledger;
    private final ReadingBalances balances;
    private final Clock clock;

    Disputing(
            DisputeLines lines,
            InvoiceStandings invoices,
            ReadingInvoices reading,
            GivenBack givenBack,
            Crediting crediting,
            TaxingCredits taxing,
            Ledger ledger,
            ReadingBalances balances,
            Clock clock) {
        this.lines = lines;
        this.invoices = invoices;
        this.reading = reading;
        this.givenBack = givenBack;
        this.crediting = crediting;
        this.taxing = taxing;
        this.ledger = ledger;
        this.balances = balances;
        this.clock = clock;
    }

    /** A line that somebody wants to dispute. */
    record Wanted(String lineId, BigDecimal amount, String reasonCode) {}

    /** What is wrong with disputing these lines; nothing when all of them can be. */
    List<RequestRefusal> flaws(BillingAccount account, ReadingInvoices.Head invoice, List<Wanted> wanted) {
        ledger.lock(account);
        var left = givenBack.left(invoice.reference());
        var wrong = new ArrayList<RequestRefusal>();
        for (int i = 0; i < wanted.size(); i++) {
            flaw(invoice, wanted.get(i), left, "/lines/" + i, wrong);
        }
        var lastDay = balances.lastDisputeDay(account, invoice.billDate());
        if (LocalDate.now(clock.withZone(account.timeZone())).isAfter(lastDay)) {
            wrong.add(new RequestRefusal.WindowClosed(lastDay));
        }
        return wrong;
    }

    private void flaw(
            ReadingInvoices.Head invoice,
            Wanted wanted,
            Map<Integer, BigDecimal> left,
            String pointer,
            List<RequestRefusal> wrong) {
        var line = LineNumber.of(wanted.lineId());
        var ofLine = left.get(line);
        if (ofLine == null) {
            wrong.add(new RequestRefusal.Flaw(
                    pointer + "/lineId",
                    RequestRefusal.Flaw.Kind.UNKNOWN,
                    "The invoice has no line " + wanted.lineId() + "."));
            return;
        }
        // domain b.5, rule 5: less earlier disputes, so that a denied one does not begin again under another number
        var most = ofLine.subtract(lines.disputed(invoice.reference(), line)).max(BigDecimal.ZERO);
        if (wanted.amount().compareTo(most) <= 0) {
            return;
        }
        var open = lines.openRequest(invoice.reference(), line);
        wrong.add(
                open.isPresent()
                        ? new RequestRefusal.InDisputeAlready(wanted.lineId(), open.get())
                        : new RequestRefusal.MoreThanDisputable(pointer + "/amountDisputed", most));
    }

    void open(BillingRequest request, BillingAccount account, ReadingInvoices.Head invoice, List<Wanted> wanted) {
        var lastDay = balances.lastDisputeDay(account, invoice.billDate());
        for (var one : wanted) {
            var line = reading.line(invoice.id(), LineNumber.of(one.lineId())).orElseThrow();
            var withTaxes = taxing.withTaxes(
                    invoice.reference(),
                    account.currency(),
                    List.of(new CreditNote.Line(Integer.toString(line.number()), one.amount())));
            lines.add(new DisputeLine(
                    request.requestNumber(),
                    request.enterpriseId(),
                    request.accountId(),
                    invoice.reference(),
                    line.number(),
                    line.description(),
                    line.netAmount().amount(),
                    one.amount(),
                    withTaxes,
                    request.currency(),
                    one.reasonCode(),
                    LineState.IN_DISPUTE,
                    one.amount(),
                    BigDecimal.ZERO,
                    null,
                    request.createdAt(),
                    lastDay,
                    null));
        }
        investigate(account, lines.of(request.requestNumber()));
    }

    private void investigate(BillingAccount account, List<DisputeLine> opened) {
        ledger.withhold(account, invoiceOf(opened), withheld(account, opened));
        for (var line : opened) {
            if (invoices.lineState(line.invoiceNumber(), line.lineNumber()) != LineState.IN_DISPUTE) {
                invoices.moveLine(line.invoiceNumber(), line.lineNumber(), LineState.IN_DISPUTE);
            }
        }
    }

    /** With their taxes. */
    private BigDecimal withheld(BillingAccount account, List<DisputeLine> of) {
        return taxing.withTaxes(
                invoiceOf(of),
                account.currency(),
                of.stream()
                        .map(line -> new CreditNote.Line(Integer.toString(line.lineNumber()), line.withheld()))
                        .toList());
    }

    /** A dispute is of one invoice. */
    private static String invoiceOf(List<DisputeLine> of) {
        return of.getFirst().invoiceNumber();
    }

    /** What a decision gives back of each line, by line id; lines that are not named are denied. */
    List<RequestRefusal> decide(
            BillingRequest request, BillingAccount account, Map<String, BigDecimal> credits, String by) {
        var now = clock.instant();
        var given = new ArrayList<CreditNote.Line>();
        var decided = new ArrayList<DisputeLine>();
        var disputed = lines.of(request.requestNumber());
        for (var line : disputed) {
            var credit = credits.getOrDefault(Integer.toString(line.lineNumber()), BigDecimal.ZERO);
            decided.add(line.decided(credit, now));
            if (credit.signum() > 0) {
                given.add(new CreditNote.Line(Integer.toString(line.lineNumber()), credit));
            }
        }
        release(account, disputed, decided);
        return given.isEmpty() ? List.of() : credit(request, account, decided, given, by);
    }

    private List<RequestRefusal> credit(
            BillingRequest request,
            BillingAccount account,
            List<DisputeLine> decided,
            List<CreditNote.Line> given,
            String by) {
        var invoice = Objects.requireNonNull(request.subject().invoiceNumber(), "a dispute is of an invoice");
        var sum = given.stream().map(CreditNote.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var outcome = crediting.issue(new Crediting.NewCredit(
                account,
                invoice,
                CreditNote.Reason.DISPUTE,
                sum,
                given,
                "Dispute " + request.requestNumber(),
                new CreditNote.Source("BILLING_REQUEST", request.requestNumber()),
                by));
        return switch (outcome) {
            case Crediting.Outcome.Issued(var note) -> {
                decided.stream()
                        .filter(line -> line.state() == LineState.CREDIT)
                        .forEach(line -> lines.save(line.credited(note.creditNoteNumber())));
                yield List.of();
            }
            case Crediting.Outcome.Refused(var why) ->
                why.stream().map(RequestRefusal.CreditUnfit::of).toList();
        };
    }

    /** The customer takes a dispute back, or does not answer. */
    void withdraw(BillingRequest request, BillingAccount account, Instant now) {
        var open = lines.of(request.requestNumber()).stream()
                .filter(DisputeLine::isOpen)
                .toList();
        if (!open.isEmpty()) {
            release(
                    account,
                    open,
                    open.stream().map(line -> line.withdrawn(now)).toList());
        }
    }

    /** After an objection what was denied is looked into again. */
    void reopen(BillingRequest request, BillingAccount account) {
        var again = lines.of(request.requestNumber()).stream()
                .filter(line -> line.left().signum() > 0)
                .map(DisputeLine::reopened)
                .toList();
        if (!again.isEmpty()) {
            again.forEach(lines::save);
            investigate(account, again);
        }
    }

    private void release(BillingAccount account, List<DisputeLine> before, List<DisputeLine> after) {
        ledger.withhold(account, invoiceOf(before), withheld(account, before).negate());
        for (var line : after) {
            lines.save(line);
            if (lines.open(line.invoiceNumber(), line.lineNumber()).signum() == 0) {
                invoices.moveLine(line.invoiceNumber(), line.lineNumber(), line.state());
            }
        }
    }
}
