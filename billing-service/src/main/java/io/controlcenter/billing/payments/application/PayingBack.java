package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.payments.domain.Refund;
import io.controlcenter.billing.payments.domain.Refund.Outcome;
import io.controlcenter.billing.rating.OneTimeCharges;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books credit as paid back, so that no later invoice uses it. What is owed is settled with it first. */
@Service
@Transactional
public class PayingBack {

    private final Refunds refunds;
    private final Ledger ledger;
    private final OneTimeCharges charges;
    private final PaymentJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    PayingBack(
            Refunds refunds,
            Ledger ledger,
            OneTimeCharges charges,
            PaymentJournal journal,
            AuditTrail audit,
            Clock clock) {
        this.refunds = refunds;
        this.ledger = ledger;
        this.charges = charges;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reference number of the wire or the cheque */
    public record PayBack(
            BillingAccount account, PaymentWay method, BigDecimal amount, String reference, String reason) {}

    public Outcome payBack(PayBack wanted, String by) {
        var account = wanted.account();
        var credit = ledger.settleByCredit(account)
                .subtract(charges.unbilled(account.accountId(), OneTimeCharges.Cause.RETURNED_PAYMENT))
                .max(BigDecimal.ZERO);
        if (wanted.amount().compareTo(credit) > 0) {
            return new Outcome.MoreThanCredit(credit);
        }
        var id = refunds.nextId();
        var parts = ledger.payBack(account, wanted.amount(), id, "Credit paid back: " + wanted.reason()).stream()
                .map(part -> new Refund.Part(part.fundId(), part.amount()))
                .toList();
        var refund = new Refund(
                id,
                account.enterpriseId(),
                account.accountId(),
                wanted.method(),
                wanted.amount(),
                account.currency(),
                wanted.reference(),
                wanted.reason(),
                parts,
                clock.instant(),
                by);
        refunds.add(refund);
        journal.refunded(refund);
        audit.record(account.enterpriseId(), "refund.paid", "refund", id, null, refund);
        return new Outcome.Paid(refund);
    }
}
