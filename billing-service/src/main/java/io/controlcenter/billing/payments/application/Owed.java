package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.receivables.application.ReadingBalances;
import io.controlcenter.billing.receivables.domain.Debt;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can still be paid without paying too much: what is open or came back, less credit that is there and what is being charged. */
@Component
class Owed {

    private final ReadingBalances balances;
    private final Payments payments;

    Owed(ReadingBalances balances, Payments payments) {
        this.balances = balances;
        this.payments = payments;
    }

    BigDecimal on(BillingAccount account, List<Debt> debts) {
        var balance = balances.of(account).balance();
        return debts.stream()
                .map(Debt::open)
                .reduce(balance.returned(), BigDecimal::add)
                .subtract(balance.unapplied())
                .subtract(payments.pending(account.accountId()))
                .max(BigDecimal.ZERO);
    }
}
