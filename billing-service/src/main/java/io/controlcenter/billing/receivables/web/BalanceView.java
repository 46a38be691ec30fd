package io.controlcenter.billing.receivables.web;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.receivables.application.ReadingBalances;
import io.controlcenter.billing.receivables.domain.Balance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an account owes. */
@Schema(name = "AccountBalance")
record BalanceView(
        String accountId,
        String href,
        @Schema(description = "Where the account is") LocalDate asOf,

        @Schema(
                description =
                        "Open invoices and returned payments, less money and credits not applied yet; negative for a credit balance")
        Money balance,

        @Schema(description = "Not in dispute, less unapplied credit: what to pay now")
        Money dueNow,

        @Schema(description = "Withheld by open disputes") Money disputedBalance,

        @Schema(description = "Undisputed and after its due date")
        Money pastDue,

        @Schema(description = "Money and credits that no invoice has used up")
        Money unappliedCredit,

        @Schema(
                description =
                        "What had been paid back of payments that bounced: owed, and due with the next invoice, which it is charged on")
        Money returnedPayments,

        AgingView aging,
        @Nullable CreditHoldView creditHold,

        @Schema(description = "Oldest first") List<OpenInvoiceView> openInvoices) {

    @Schema(name = "Aging", description = "Open amounts by how many days they are past due")
    record AgingView(Money current, Money days1To30, Money days31To60, Money days61To90, Money over90Days) {}

    @Schema(name = "CreditHold", description = "New orders of the account wait")
    record CreditHoldView(Instant since) {}

    @Schema(name = "OpenInvoice")
    record OpenInvoiceView(
            String invoiceNumber,
            String href,
            LocalDate billDate,
            LocalDate dueDate,
            Money total,
            Money paid,
            Money credited,
            Money disputed,
            Money open,
            @Schema(description = "Not in dispute") Money dueNow,
            int daysPastDue) {}

    static BalanceView of(BillingAccount account, ReadingBalances.Position position) {
        var money = new Amounts(account.currency());
        var balance = position.balance();
        var aging = balance.aging();
        var hold = position.standing().creditHoldSince();
        return new BalanceView(
                account.accountId(),
                "/api/v1/billing-accounts/" + account.accountId() + "/balance",
                position.today(),
                money.of(balance.balance()),
                money.of(balance.dueNow()),
                money.of(balance.disputed()),
                money.of(balance.pastDue()),
                money.of(balance.unapplied()),
                money.of(balance.returned()),
                new AgingView(
                        money.of(aging.current()),
                        money.of(aging.days1To30()),
                        money.of(aging.days31To60()),
                        money.of(aging.days61To90()),
                        money.of(aging.over90Days())),
                hold == null ? null : new CreditHoldView(hold),
                position.invoices().stream()
                        .map(invoice -> view(invoice, money, position.today()))
                        .toList());
    }

    private static OpenInvoiceView view(InvoiceStanding invoice, Amounts money, LocalDate today) {
        return new OpenInvoiceView(
                invoice.invoiceNumber(),
                "/api/v1/invoices/" + invoice.invoiceNumber(),
                invoice.billDate(),
                invoice.dueDate(),
                money.of(invoice.amountDue()),
                money.of(invoice.paid()),
                money.of(invoice.credited()),
                money.of(invoice.disputed()),
                money.of(invoice.open()),
                money.of(invoice.undisputedOpen()),
                Balance.daysPastDue(invoice, today));
    }

    private record Amounts(String currency) {

        Money of(BigDecimal amount) {
            return Money.of(amount, currency);
        }
    }
}
