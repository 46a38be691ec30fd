package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.receivables.domain.CreditNote;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff give back on their own account. */
@Service
@Transactional
public class GivingCredit {

    private final Crediting crediting;

    GivingCredit(Crediting crediting) {
        this.crediting = crediting;
    }

    /** @param invoiceNumber null for a credit to the account */
    public record Credit(
            BillingAccount account,
            @Nullable String invoiceNumber,
            CreditNote.Reason reason,
            BigDecimal amount,
            List<CreditNote.Line> lines,
            String description) {}

    public Crediting.Outcome give(Credit credit, String by) {
        return crediting.issue(new Crediting.NewCredit(
                credit.account(),
                credit.invoiceNumber(),
                credit.reason(),
                credit.amount(),
                credit.lines(),
                credit.description(),
                null,
                by));
    }
}
