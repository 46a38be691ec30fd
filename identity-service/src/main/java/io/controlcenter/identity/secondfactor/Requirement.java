package io.controlcenter.identity.secondfactor;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who requires a second factor of whom. */
@Component
class Requirement {

    static final String PROVIDER = "PROVIDER";
    private final JdbcClient db;
    private final SecondFactorSettings settings;

    Requirement(JdbcClient db, SecondFactorSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** The enterprises that do, and {@link #PROVIDER}; empty for nobody. */
    List<String> of(String userId) {
        return db.sql("""
                        select m.enterprise_id from membership m
                        join sign_in_policy p on p.enterprise_id = m.enterprise_id and p.second_factor_required
                        join enterprise e on e.enterprise_id = m.enterprise_id and e.status = 'ACTIVE'
                        where m.user_id = :user
                        union all
                        select :provider from app_user
                        where user_id = :user and :staff and cardinality(provider_roles) > 0
                        order by 1""")
                .param("user", userId)
                .param("provider", PROVIDER)
                .param("staff", settings.requiredOfStaff())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
