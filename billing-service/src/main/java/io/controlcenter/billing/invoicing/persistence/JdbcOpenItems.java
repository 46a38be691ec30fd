package io.controlcenter.billing.invoicing.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.controlcenter.billing.invoicing.application.OpenItems;
import io.controlcenter.billing.invoicing.domain.Statement;
import io.controlcenter.platform.sets.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Open invoices of many accounts by one query. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcOpenItems implements OpenItems {

    private final NamedParameterJdbcOperations sets;

    JdbcOpenItems(NamedParameterJdbcOperations sets) {
        this.sets = sets;
    }

    private record Owned(String account, Statement.OpenItem item) {}

    @Override
    public Map<String, List<Statement.OpenItem>> of(Collection<String> accountIds) {
        var accounts = Columns.of(List.copyOf(accountIds)).with("account", "text", Function.identity());
        return sets
                .query("""
                        select i.* from unnest(:account) as a(account_id)
                          cross join lateral (select * from invoice
                            where account_id = a.account_id and state in ('issued', 'partiallyPaid') offset 0) i
                        order by i.bill_date, i.id""", accounts.parameters(), (row, number) -> {
                    var standing = JdbcStandings.STANDING.mapRow(row, number);
                    return new Owned(
                            standing.accountId(),
                            new Statement.OpenItem(
                                    standing.invoiceNumber(),
                                    standing.billDate(),
                                    standing.dueDate(),
                                    standing.open(),
                                    standing.disputed()));
                })
                .stream()
                .filter(owned -> owned.item().open().signum() != 0)
                .collect(groupingBy(Owned::account, mapping(Owned::item, toList())));
    }
}
