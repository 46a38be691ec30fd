package io.controlcenter.billing.invoicing.application;

import static java.util.stream.Collectors.groupingBy;

import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The statements of accounts at the moment of their invoice. */
@Component
class Statements {

    private static final AccountActivity NONE = new AccountActivity() {
        @Override
        public List<Entry> unstated(Collection<String> accountIds) {
            return List.of();
        }

        @Override
        public void stated(Map<Long, String> invoiceNumberByEntry) {
            // nothing to state
        }

        @Override
        public Map<String, BigDecimal> unapplied(Collection<String> accountIds) {
            return Map.of();
        }
    };

    private final OpenItems openItems;
    private final AccountActivity activity;

    Statements(OpenItems openItems, ObjectProvider<AccountActivity> activity) {
        this.openItems = openItems;
        this.activity = activity.getIfAvailable(() -> NONE);
    }

    /** Statements that were asked for together; what is on them is marked when their invoices are issued. */
    record Taken(Map<String, Statement> statements, Map<String, List<AccountActivity.Entry>> entries) {

        Statement of(String accountId) {
            return statements.getOrDefault(accountId, Statement.CLEAN);
        }
    }

    Taken take(Collection<String> accountIds, LocalDate on) {
        var open = openItems.of(accountIds);
        var entries = activity.unstated(accountIds).stream().collect(groupingBy(AccountActivity.Entry::accountId));
        var unapplied = activity.unapplied(accountIds);
        var statements = new HashMap<String, Statement>();
        for (var account : accountIds) {
            var statement = Statement.of(
                    entries.getOrDefault(account, List.of()).stream()
                            .map(Statements::entry)
                            .toList(),
                    open.getOrDefault(account, List.of()),
                    unapplied.getOrDefault(account, BigDecimal.ZERO),
                    on);
            if (!statement.hasNothing()) {
                statements.put(account, statement);
            }
        }
        return new Taken(statements, entries);
    }

    private static Statement.Entry entry(AccountActivity.Entry entry) {
        return new Statement.Entry(
                Statement.Entry.Kind.valueOf(entry.kind().name()),
                entry.date(),
                entry.reference(),
                entry.description(),
                entry.invoiceNumber(),
                entry.amount().amount());
    }

    void state(Taken taken, List<FinishedInvoice> issued) {
        var numbers = new HashMap<Long, String>();
        for (var invoice : issued) {
            taken.entries()
                    .getOrDefault(invoice.draft().account().accountId(), List.of())
                    .forEach(entry -> numbers.put(entry.id(), invoice.reference()));
        }
        if (!numbers.isEmpty()) {
            activity.stated(numbers);
        }
    }
}
