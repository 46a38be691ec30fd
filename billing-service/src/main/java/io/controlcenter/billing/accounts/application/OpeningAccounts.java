package io.controlcenter.billing.accounts.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.accounts.domain.BillingAccounts;
import io.controlcenter.billing.accounts.domain.PdfDelivery;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.billing.references.Enterprises;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens billing accounts. */
@Service
@Transactional
public class OpeningAccounts {

    private final BillingAccounts accounts;
    private final Enterprises enterprises;
    private final AccountJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningAccounts(
            BillingAccounts accounts, Enterprises enterprises, AccountJournal journal, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    public BillingAccount open(OpenAccount wanted) {
        var segment = enterprises
                .segment(wanted.enterpriseId())
                .orElseThrow(() -> Problem.unprocessable(
                        Violation.referenceNotFound("/enterpriseId", "There is no such enterprise.")));
        if (!enterprises.hasCustomerNumber(wanted.enterpriseId(), wanted.customerNumber())) {
            throw Problem.unprocessable(
                    Violation.referenceNotFound("/customerNumber", "The enterprise has no such customer number."));
        }
        var account = new BillingAccount(
                accounts.nextNumber(),
                wanted.enterpriseId(),
                wanted.customerNumber(),
                wanted.name(),
                segment,
                wanted.currency(),
                wanted.timeZone(),
                wanted.billCycleDay(),
                wanted.billingMode(),
                wanted.paymentTermsDays(),
                ProrationPolicy.DEFAULT.id(),
                wanted.delivery(),
                wanted.billingContact(),
                PdfDelivery.NOBODY,
                BillingAccount.ACTIVE,
                LocalDate.now(clock.withZone(wanted.timeZone())),
                clock.instant(),
                1);
        accounts.add(account);
        journal.created(account);
        audit.record(account.enterpriseId(), "account.created", "billing-account", account.accountId(), null, account);
        return account;
    }
}
