package io.controlcenter.notification.directory;

import io.controlcenter.notification.domain.AccountRef;
import io.controlcenter.notification.domain.BillingContact;
import io.controlcenter.notification.domain.Member;
import io.controlcenter.notification.domain.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up people, members and accounts, within what the transaction may see. */
@Component
@Transactional(readOnly = true)
public class Directory {

    private static final String MEMBERS =
            "select * from membership m join person p using (user_id) where m.enterprise_id = :enterprise and not m.revoked";
    private final JdbcClient db;

    Directory(JdbcClient db) {
        this.db = db;
    }

    public Optional<Person> person(String userId) {
        return db.sql("select * from person where user_id = :id")
                .param("id", userId)
                .query((row, _) -> person(row))
                .optional();
    }

    /** The members of an enterprise, those that are not active included. */
    public List<Member> members(String enterpriseId) {
        return db.sql(MEMBERS + " order by p.name, p.user_id")
                .param("enterprise", enterpriseId)
                .query((row, _) -> member(row))
                .list();
    }

    public Optional<Member> member(String enterpriseId, String userId) {
        return db.sql(MEMBERS + " and m.user_id = :user")
                .param("enterprise", enterpriseId)
                .param("user", userId)
                .query((row, _) -> member(row))
                .optional();
    }

    /** Those of the accounts that are known and belong to the enterprise. */
    public List<AccountRef> accounts(String enterpriseId, Collection<String> accountIds) {
        return db.sql("""
                        select * from account_ref where enterprise_id = :enterprise and account_id = any (:ids)
                          and not removed order by account_id""")
                .param("enterprise", enterpriseId)
                .param("ids", accountIds.toArray(String[]::new))
                .query((row, _) -> account(row))
                .list();
    }

    /** Those of the customer numbers under which the enterprise has an account. */
    public Set<String> customerNumbers(String enterpriseId, Collection<String> numbers) {
        return Set.copyOf(db.sql("""
                        select distinct customer_number from account_ref where enterprise_id = :enterprise
                          and customer_number = any (:numbers) and not removed""")
                .param("enterprise", enterpriseId)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The account of each of the services that are known. */
    public Map<String, String> accountsOfServices(Collection<String> serviceIds) {
        var accounts = new HashMap<String, String>();
        db.sql("select service_id, account_id from service_ref where service_id = any (:ids)")
                .param("ids", serviceIds.toArray(String[]::new))
                .query(row -> {
                    accounts.put(row.getString(1), row.getString(2));
                });
        return accounts;
    }

    public Optional<BillingContact> billingContact(String accountId) {
        return db.sql("""
                        select contact_name, contact_email from billing_account_ref where account_id = :id
                          and contact_email is not null""")
                .param("id", accountId)
                .query((row, _) -> new BillingContact(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Whether billing told of the account yet. */
    public boolean knowsBilling(String accountId) {
        return db.sql("select count(*) from billing_account_ref where account_id = :id")
                        .param("id", accountId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public String enterpriseName(@Nullable String enterpriseId) {
        return db.sql("select name from enterprise_ref where enterprise_id = :id")
                .param("id", enterpriseId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                person(row),
                row.getBoolean("admin"),
                Set.copyOf(List.of((String[]) row.getArray("permissions").getArray())),
                row.getBoolean("all_accounts"),
                Set.copyOf(List.of((String[]) row.getArray("account_ids").getArray())));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("user_id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("phone"),
                zone(row.getString("time_zone")),
                row.getString("status"));
    }

    private static AccountRef account(ResultSet row) throws SQLException {
        return new AccountRef(
                row.getString("account_id"),
                row.getString("enterprise_id"),
                row.getString("customer_number"),
                row.getString("name"),
                zone(row.getString("time_zone")));
    }

    /** A zone that nobody knows must not hold a message back. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneId.of("UTC");
        }
    }
}
