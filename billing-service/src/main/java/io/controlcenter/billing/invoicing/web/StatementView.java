package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.domain.Aging;
import io.controlcenter.billing.invoicing.domain.Statement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the account stood on the bill date, before this invoice. */
@Schema(name = "InvoiceStatement")
record StatementView(
        @Schema(
                description =
                        "Payments and adjustments since the last invoice, oldest first; what lowers the debt is negative")
        List<Entry> entries,

        @Schema(description = "Earlier invoices that are open, oldest first")
        List<OpenItem> openInvoices,

        @Schema(description = "The open amounts by how long they are overdue")
        AgingView aging) {

    @Schema(name = "StatementEntry")
    record Entry(
            Statement.Entry.Kind kind,
            LocalDate date,

            @Schema(description = "Receipt or credit note number")
            String reference,

            String description,

            @Nullable @Schema(description = "What it was applied to")
            String invoiceNumber,

            Money amount) {}

    @Schema(name = "StatementOpenInvoice")
    record OpenItem(
            String invoiceNumber, LocalDate billDate, LocalDate dueDate, Money openAmount, Money disputedAmount) {}

    @Schema(name = "InvoiceAging")
    record AgingView(Money current, Money days1To30, Money days31To60, Money days61To90, Money over90Days) {

        static AgingView of(Aging aging, String currency) {
            return new AgingView(
                    Money.of(aging.current(), currency),
                    Money.of(aging.days1To30(), currency),
                    Money.of(aging.days31To60(), currency),
                    Money.of(aging.days61To90(), currency),
                    Money.of(aging.over90Days(), currency));
        }
    }

    static StatementView of(Statement statement, String currency) {
        return new StatementView(
                statement.entries().stream()
                        .map(entry -> new Entry(
                                entry.kind(),
                                entry.date(),
                                entry.reference(),
                                entry.description(),
                                entry.invoiceNumber(),
                                Money.of(entry.amount(), currency)))
                        .toList(),
                statement.openItems().stream()
                        .map(item -> new OpenItem(
                                item.invoiceNumber(),
                                item.billDate(),
                                item.dueDate(),
                                Money.of(item.open(), currency),
                                Money.of(item.disputed(), currency)))
                        .toList(),
                AgingView.of(statement.aging(), currency));
    }
}
