package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.AccountActivity;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.Allocation.Part;
import io.controlcenter.billing.receivables.domain.Debt;
import io.controlcenter.billing.receivables.domain.Fund;
import io.controlcenter.billing.receivables.domain.FundUse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every movement of an account's money passes: under the lock of the account, applied to invoices, told to whom it
 * concerns, in the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

    private final InvoiceStandings invoices;
    private final AccountStandings accounts;
    private final Funds funds;
    private final Statements statements;
    private final CreditHolds holds;
    private final ReceivableJournal journal;
    private final Clock clock;

    Ledger(
            InvoiceStandings invoices,
            AccountStandings accounts,
            Funds funds,
            Statements statements,
            CreditHolds holds,
            ReceivableJournal journal,
            Clock clock) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.funds = funds;
        this.statements = statements;
        this.holds = holds;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Money or credit to post.
     *
     * @param told which invoices it is for; the rest goes by {@code rest}
     * @param reference receipt or credit note number
     */
    public record Posting(
            BillingAccount account,
            Fund fund,
            List<Part> told,
            Allocation.Rest rest,
            AccountActivity.Kind kind,
            String reference,
            String description) {}

    public AccountStanding lock(BillingAccount account) {
        return accounts.lock(account.accountId(), account.enterpriseId());
    }

    /** An account on credit hold came to another enterprise, which has to know. */
    public void tellHoldAgain(BillingAccount account) {
        holds.tellAgain(account);
    }

    /** What is owed, oldest first; held until the transaction ends. */
    public List<Debt> debts(String accountId) {
        return invoices.lockOpen(accountId).stream().map(Debt::of).toList();
    }

    public Allocation post(Posting posting) {
        lock(posting.account());
        var fund = posting.fund();
        var allocation = Allocation.of(fund.amount(), posting.told(), debts(fund.accountId()), posting.rest());
        funds.add(fund.withUnapplied(allocation.rest()));
        apply(fund, allocation);
        state(posting, allocation);
        holds.review(posting.account());
        return allocation;
    }

    private void apply(Fund fund, Allocation allocation) {
        funds.apply(fund, allocation.parts(), clock.instant());
        for (var part : allocation.parts()) {
            change(part.invoiceNumber(), invoice -> applied(invoice, fund.kind(), part.amount()));
        }
    }

    private static InvoiceStanding applied(InvoiceStanding invoice, Fund.Kind kind, BigDecimal amount) {
        return kind == Fund.Kind.CREDIT_NOTE
                ? invoice.withCredited(invoice.credited().add(amount))
                : invoice.withPaid(invoice.paid().add(amount));
    }

    private void state(Posting posting, Allocation allocation) {
        var today = today(posting.account());
        for (var part : allocation.parts()) {
            statements.add(posting.account(), line(posting, today, part.invoiceNumber(), part.amount()));
        }
        if (allocation.rest().signum() > 0) {
            statements.add(posting.account(), line(posting, today, null, allocation.rest()));
        }
    }

    private static Statements.Line line(
            Posting posting, LocalDate today, @Nullable String invoiceNumber, BigDecimal amount) {
        return new Statements.Line(
                posting.kind(), today, posting.reference(), posting.description(), invoiceNumber, amount.negate());
    }

    /** Uses up what is left of payments and credits for what is due now. */
    void applyCredit(BillingAccount account) {
        lock(account);
        for (var fund : funds.unapplied(account.accountId())) {
            var allocation =
                    Allocation.of(fund.unapplied(), List.of(), debts(account.accountId()), Allocation.Rest.UNDISPUTED);
            apply(fund, allocation);
            funds.save(fund.withUnapplied(allocation.rest()));
        }
        holds.review(account);
    }

    /**
     * Settles what is due now with credit that is there.
     *
     * @return what is left of it
     */
    public BigDecimal settleByCredit(BillingAccount account) {
        applyCredit(account);
        return Fund.unapplied(funds.unapplied(account.accountId()));
    }

    /** How much was taken of a fund. */
    public record Taken(String fundId, BigDecimal amount) {}

    /**
     * Takes credit out that is paid back, oldest first.
     *
     * @param amount at most what {@link #settleByCredit} left
     */
    public List<Taken> payBack(BillingAccount account, BigDecimal amount, String reference, String description) {
        lock(account);
        var taken = new ArrayList<Taken>();
        var left = amount;
        for (var fund : funds.unapplied(account.accountId())) {
            var part = fund.unapplied().min(left);
            if (part.signum() > 0) {
                funds.save(fund.withUnapplied(fund.unapplied().subtract(part)));
                taken.add(new Taken(fund.fundId(), part));
                left = left.subtract(part);
            }
        }
        takenBack(account, reference, description, amount);
        return taken;
    }

    /** An invoice that gives more back than it charges settles others; one of nothing is settled. */
    void absorb(BillingAccount account, String invoiceNumber) {
        lock(account);
        var invoice = invoices.lock(invoiceNumber).orElseThrow();
        if (!invoice.state().isOpen()) {
            return;
        }
        var credit = invoice.open().negate();
        change(invoiceNumber, standing -> standing.withPaid(standing.amountDue()));
        if (credit.signum() > 0) {
            funds.add(new Fund(
                    invoiceNumber,
                    Fund.Kind.CREDIT_INVOICE,
                    account.enterpriseId(),
                    account.accountId(),
                    account.currency(),
                    credit,
                    credit,
                    clock.instant(),
                    null));
        }
    }

    /**
     * Takes money or credit back that should not have been posted; what it settled is owed again. What had been paid back of
     * it is for the caller to charge.
     *
     * @return what it was used for
     */
    public FundUse reverse(BillingAccount account, String fundId, String reference, String description) {
        lock(account);
        var fund = funds.find(fundId).orElseThrow();
        var use = Objects.requireNonNull(funds.uses(List.of(fundId)).get(fundId));
        for (var part : use.applied()) {
            change(
                    part.invoiceNumber(),
                    invoice -> applied(invoice, fund.kind(), part.amount().negate()));
        }
        funds.undo(fundId, clock.instant());
        funds.save(fund.reversed(clock.instant()));
        takenBack(account, reference, description, fund.amount().subtract(use.paidBack()));
        holds.review(account);
        return use;
    }

    private void takenBack(BillingAccount account, String reference, String description, BigDecimal amount) {
        statements.add(
                account,
                new Statements.Line(
                        AccountActivity.Kind.PAYMENT, today(account), reference, description, null, amount));
    }

    /** Withholds so much more of an invoice, or, when negative, less: it is shielded while it is in dispute. */
    public void withhold(BillingAccount account, String invoiceNumber, BigDecimal amount) {
        lock(account);
        change(invoiceNumber, invoice -> invoice.withDisputed(invoice.disputed().add(amount)));
        holds.review(account);
    }

    private void change(String invoiceNumber, UnaryOperator<InvoiceStanding> how) {
        var before = invoices.lock(invoiceNumber).orElseThrow();
        var after = how.apply(before);
        invoices.save(after);
        if (after.state() == InvoiceState.SETTLED && before.state() != InvoiceState.SETTLED) {
            journal.settled(after, clock.instant());
        }
    }

    private LocalDate today(BillingAccount account) {
        return LocalDate.now(clock.withZone(account.timeZone()));
    }
}
