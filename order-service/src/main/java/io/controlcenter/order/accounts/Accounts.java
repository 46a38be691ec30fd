package io.controlcenter.order.accounts;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The billing accounts of the enterprise that the transaction is scoped to. */
@Component
public class Accounts {

    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String accountId) {
        return db.sql("select * from account_ref where account_id = :id")
                .param("id", accountId)
                .query((row, _) -> account(row))
                .optional();
    }

    /** The zone that an account's dates are in. */
    @Transactional(readOnly = true)
    public ZoneId zone(String accountId) {
        return find(accountId).map(Account::zone).orElse(ZoneId.of("UTC"));
    }

    /**
     * The account, if the caller may use it: of another enterprise or unknown 404, of this enterprise but not assigned to
     * the caller 403 (domain b.0).
     */
    @Transactional(readOnly = true)
    public Account require(String accountId, Caller caller) {
        var account = find(accountId).orElseThrow(() -> Problem.notFound("The account " + accountId));
        if (!caller.mayUseAccount(accountId)) {
            throw Problem.forbidden("account-forbidden", "The account " + accountId + " is not assigned to you.");
        }
        return account;
    }

    /** The same for the account filter of a list: null, one, or several separated by commas. */
    @Transactional(readOnly = true)
    public void requireEach(@Nullable String accountIds, Caller caller) {
        if (accountIds != null) {
            for (var accountId : accountIds.split(",", -1)) {
                require(accountId, caller);
            }
        }
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                row.getString("enterprise_id"),
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("currency"));
    }
}
