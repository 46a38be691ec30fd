package io.controlcenter.billing.invoicing.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.controlcenter.billing.invoicing.application.FormerCycleDays;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.CycleDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Former cycle days by SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcFormerCycleDays implements FormerCycleDays {

    private final JdbcClient db;

    JdbcFormerCycleDays(JdbcClient db) {
        this.db = db;
    }

    private record Owned(String account, CycleDays.Former former) {}

    @Override
    public Map<String, List<CycleDays.Former>> of(List<BillableAccount> accounts) {
        return db
                .sql("select * from former_cycle_day where account_id = any (:accounts) order by until")
                .param(
                        "accounts",
                        accounts.stream().map(BillableAccount::accountId).toArray(String[]::new))
                .query((row, _) -> new Owned(
                        row.getString("account_id"),
                        new CycleDays.Former(
                                row.getObject("until", LocalDate.class), new CycleDay(row.getInt("bill_cycle_day")))))
                .list()
                .stream()
                .collect(groupingBy(Owned::account, mapping(Owned::former, toList())));
    }
}
