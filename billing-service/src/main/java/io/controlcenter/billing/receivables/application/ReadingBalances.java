package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.rating.OneTimeCharges;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.billing.receivables.domain.Balance;
import io.controlcenter.billing.receivables.domain.Fund;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What accounts owe. */
@Service
@Transactional(readOnly = true)
public class ReadingBalances {

    private final InvoiceStandings invoices;
    private final Funds funds;
    private final OneTimeCharges charges;
    private final AccountStandings accounts;
    private final ReceivableSettings settings;
    private final Clock clock;

    ReadingBalances(
            InvoiceStandings invoices,
            Funds funds,
            OneTimeCharges charges,
            AccountStandings accounts,
            ReceivableSettings settings,
            Clock clock) {
        this.invoices = invoices;
        this.funds = funds;
        this.charges = charges;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param today where the account is */
    public record Position(
            Balance balance, List<InvoiceStanding> invoices, AccountStanding standing, LocalDate today) {}

    public Position of(BillingAccount account) {
        var today = LocalDate.now(clock.withZone(account.timeZone()));
        var open = invoices.open(account.accountId());
        var unapplied = Fund.unapplied(funds.unapplied(account.accountId()));
        return new Position(
                Balance.of(
                        open,
                        unapplied,
                        charges.unbilled(account.accountId(), OneTimeCharges.Cause.RETURNED_PAYMENT),
                        today),
                open,
                accounts.find(account.accountId(), account.enterpriseId()),
                today);
    }

    /** The last day on which a line of an invoice can be disputed. */
    public LocalDate lastDisputeDay(BillingAccount account, LocalDate billDate) {
        var own = accounts.find(account.accountId(), account.enterpriseId()).disputeWindowDays();
        return billDate.plusDays(Objects.requireNonNullElse(own, settings.disputeWindowDays()));
    }
}
