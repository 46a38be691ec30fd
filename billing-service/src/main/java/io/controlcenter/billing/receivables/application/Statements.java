package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.AccountActivity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the statement on the next invoice shows. */
public interface Statements {

    /**
     * @param reference receipt or credit note number
     * @param amount negative when less is owed by it
     */
    record Line(
            AccountActivity.Kind kind,
            LocalDate date,
            String reference,
            String description,
            @Nullable String invoiceNumber,
            BigDecimal amount) {}

    void add(BillingAccount account, Line line);
}
