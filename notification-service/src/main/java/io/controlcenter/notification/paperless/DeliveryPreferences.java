package io.controlcenter.notification.paperless;

import io.controlcenter.notification.paperless.domain.Authorization;
import io.controlcenter.notification.paperless.domain.Delivery;
import io.controlcenter.notification.paperless.domain.DeliveryPreference;
import io.controlcenter.notification.paperless.domain.DeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where delivery preferences are kept. */
@Component
class DeliveryPreferences {

    private static final String SELECT = """
            select p.*, b.bill_cycle_day, b.time_zone from delivery_preference p
            left join billing_account_ref b on b.account_id = p.account_id""";
    private final JdbcClient db;

    DeliveryPreferences(JdbcClient db) {
        this.db = db;
    }

    /**
     * A preference and what its dates go by.
     *
     * @param cycleDay of the account's bills
     */
    record Kept(DeliveryPreference preference, int cycleDay, ZoneId zone) {}

    /** Held until the transaction ends. */
    Optional<Kept> find(String accountId) {
        return db.sql(SELECT + " where p.account_id = :id for update of p")
                .param("id", accountId)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** Those whose cycle has come, in their own zone. */
    List<Kept> due(Instant now, int atMost) {
        return db.sql(SELECT + """
                         where p.effective_on <= (cast(:now as timestamptz) at time zone b.time_zone)::date
                        order by p.effective_on limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, _) -> kept(row))
                .list();
    }

    /**
     * @param heardVersion of billing's account that this follows from
     * @return false when there is one already
     */
    boolean add(DeliveryPreference preference, long heardVersion) {
        return write("""
                insert into delivery_preference (account_id, enterprise_id, state, paper, since, effective_on, requested_by,
                  authorization_name, authorization_text, heard_version, version)
                values (:id, :enterprise, :state, :paper, :since, :effective, :by, :name, :text, :heard, :version)
                on conflict do nothing""", preference, Map.of("heard", heardVersion)) == 1;
    }

    void save(DeliveryPreference preference) {
        write("""
                update delivery_preference set state = :state, paper = :paper, since = :since, effective_on = :effective,
                  requested_by = :by, authorization_name = :name, authorization_text = :text, version = :version
                where account_id = :id""", preference, Map.of());
    }

    /** @return false when something later was heard of the account already */
    boolean heard(String accountId, long version) {
        return db.sql(
                                "update delivery_preference set heard_version = :version where account_id = :id and heard_version < :version")
                        .param("id", accountId)
                        .param("version", version)
                        .update()
                == 1;
    }

    private int write(String sql, DeliveryPreference preference, Map<String, ?> more) {
        var agreed = preference.authorization();
        var values = new HashMap<String, @Nullable Object>(more);
        values.put("id", preference.accountId());
        values.put("enterprise", preference.enterpriseId());
        values.put("state", preference.state().wire());
        values.put("paper", preference.paper().name());
        values.put("since", preference.since().atOffset(ZoneOffset.UTC));
        values.put("effective", preference.effectiveOn());
        values.put("by", preference.requestedBy());
        values.put("name", agreed == null ? null : agreed.name());
        values.put("text", agreed == null ? null : agreed.text());
        values.put("version", preference.version());
        return db.sql(sql).params(values).update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var agreed = row.getString("authorization_name");
        var zone = row.getString("time_zone");
        return new Kept(
                new DeliveryPreference(
                        row.getString("account_id"),
                        row.getString("enterprise_id"),
                        DeliveryState.of(row.getString("state")),
                        Delivery.valueOf(row.getString("paper")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("requested_by"),
                        agreed == null ? null : new Authorization(agreed, row.getString("authorization_text")),
                        row.getLong("version")),
                Math.max(1, row.getInt("bill_cycle_day")),
                ZoneId.of(zone == null ? "UTC" : zone));
    }
}
