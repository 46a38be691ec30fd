package io.controlcenter.billing.receivables.persistence;

import io.controlcenter.billing.receivables.application.AccountStandings;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Standings by SQL; an account has a row from the first need of one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcAccountStandings implements AccountStandings {

    private static final RowMapper<AccountStanding> STANDING = (row, _) -> {
        var hold = row.getObject("credit_hold_since", OffsetDateTime.class);
        return new AccountStanding(
                row.getString("account_id"),
                row.getString("enterprise_id"),
                row.getObject("dispute_window_days", Integer.class),
                row.getBigDecimal("late_charge_rate"),
                row.getObject("dunning_paused_until", LocalDate.class),
                row.getString("dunning_pause_reason"),
                hold == null ? null : hold.toInstant(),
                row.getLong("version"));
    };

    private final JdbcClient db;

    JdbcAccountStandings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public AccountStanding lock(String accountId, String enterpriseId) {
        db.sql(
                        "insert into account_standing (account_id, enterprise_id) values (:account, :enterprise) on conflict do nothing")
                .param("account", accountId)
                .param("enterprise", enterpriseId)
                .update();
        return db.sql("select * from account_standing where account_id = :account for update")
                .param("account", accountId)
                .query(STANDING)
                .optional()
                .filter(standing -> standing.enterpriseId().equals(enterpriseId))
                .orElseThrow(
                        () -> new OptimisticLockingFailureException("The account " + accountId + " changed hands"));
    }

    @Override
    public AccountStanding find(String accountId, String enterpriseId) {
        return db.sql("select * from account_standing where account_id = :account")
                .param("account", accountId)
                .query(STANDING)
                .optional()
                .orElseGet(() -> new AccountStanding(accountId, enterpriseId, null, null, null, null, null, 1));
    }

    @Override
    public void save(AccountStanding standing) {
        var hold = standing.creditHoldSince();
        db.sql("""
                        update account_standing set dispute_window_days = :window, late_charge_rate = :rate,
                          dunning_paused_until = :paused, dunning_pause_reason = :reason,
                          credit_hold_since = :hold, version = :version
                        where account_id = :account""")
                .param("window", standing.disputeWindowDays())
                .param("rate", standing.lateChargeRate())
                .param("paused", standing.dunningPausedUntil())
                .param("reason", standing.dunningPauseReason())
                .param("hold", hold == null ? null : hold.atOffset(ZoneOffset.UTC))
                .param("version", standing.version())
                .param("account", standing.accountId())
                .update();
    }
}
