package io.controlcenter.billing.requests.persistence;

import io.controlcenter.billing.requests.application.AcknowledgePolicies;
import io.controlcenter.billing.requests.domain.Reading;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Policies by SQL. */
@Component
@Transactional
class JdbcAcknowledgePolicies implements AcknowledgePolicies {

    private final JdbcClient db;

    JdbcAcknowledgePolicies(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Reading> find(String enterpriseId) {
        return db.sql("select reading from acknowledge_policy where enterprise_id = :enterprise")
                .param("enterprise", enterpriseId)
                .query((row, _) -> Reading.valueOf(row.getString(1)))
                .optional();
    }

    @Override
    public void save(String enterpriseId, Reading reading) {
        db.sql("""
                        insert into acknowledge_policy (enterprise_id, reading) values (:enterprise, :reading)
                        on conflict (enterprise_id) do update set reading = :reading""")
                .param("enterprise", enterpriseId)
                .param("reading", reading.name())
                .update();
    }
}
