package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.domain.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to accounts since their last invoice, for the statement on the next one. Invoicing asks for many
 * accounts at once, in the transaction that bills them: each method is a statement or two whatever their number.
 * Implemented by those who keep the money.
 */
public interface AccountActivity {

    /** What kinds of lines the statement shows. */
    enum Kind {
        /** A payment that was applied or kept as a credit, or the reversal of one. */
        PAYMENT,
        /** A credit note, or anything else that changes what is owed of what was billed. */
        ADJUSTMENT
    }

    /**
     * A line of the statement.
     *
     * @param id names it when it is marked as stated
     * @param date where the account is
     * @param reference receipt or credit note number
     * @param invoiceNumber what it was applied to; null for a payment on account
     * @param amount negative when less is owed by it
     */
    record Entry(
            long id,
            String accountId,
            Kind kind,
            LocalDate date,
            String reference,
            String description,
            @Nullable String invoiceNumber,
            Money amount) {}

    /** Everything that is on no statement yet, oldest first. */
    List<Entry> unstated(Collection<String> accountIds);

    /** These are on the statement of an invoice now. */
    void stated(Map<Long, String> invoiceNumberByEntry);

    /** Money received and credits given that are applied to no invoice yet, positive, by account; absent means none. */
    Map<String, BigDecimal> unapplied(Collection<String> accountIds);
}
