package io.controlcenter.maintenance.customers;

import io.controlcenter.platform.tenancy.TenantScope;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of the people who read. */
@Component
@Transactional(readOnly = true)
public class People {

    /** How to reach somebody. */
    public record Contact(
            String name, String email, @Nullable String phone) {}

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    /** The zone of a person's profile; UTC for programs and for who is not known yet. */
    public ZoneId zone(String userId) {
        return db.sql("select time_zone from person_ref where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .optional()
                .flatMap(People::parse)
                .orElse(ZoneId.of("UTC"));
    }

    private static Optional<ZoneId> parse(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public Optional<Contact> contact(String userId) {
        return db.sql("select name, email, phone from person_ref where user_id = :user")
                .param("user", userId)
                .query(Contact.class)
                .optional();
    }

    /**
     * What a person may see of an enterprise right now with one of these permissions; empty for nothing.
     *
     * @return as a token for that person would say it
     */
    public Optional<TenantScope> scope(String userId, String enterpriseId, List<String> anyOf) {
        return db.sql("""
                        select m.all_accounts, m.account_ids from membership_ref m
                        join person_ref p on p.user_id = m.user_id and p.status = 'ACTIVE'
                        where m.user_id = :user and m.enterprise_id = :enterprise and not m.revoked
                          and (m.admin or m.permissions && cast(:anyOf as text[]))
                          and not exists (select 1 from enterprise_ref e
                            where e.enterprise_id = m.enterprise_id and e.status <> 'ACTIVE')""")
                .param("user", userId)
                .param("enterprise", enterpriseId)
                .param("anyOf", anyOf.toArray(String[]::new))
                .query((row, _) -> TenantScope.of(
                        enterpriseId,
                        row.getBoolean("all_accounts")
                                ? null
                                : Set.copyOf(Arrays.asList(
                                        (String[]) row.getArray("account_ids").getArray()))))
                .optional();
    }
}
