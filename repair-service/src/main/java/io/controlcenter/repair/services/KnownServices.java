package io.controlcenter.repair.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The services that the transaction may see. */
@Component
public class KnownServices {

    private final JdbcClient db;

    KnownServices(JdbcClient db) {
        this.db = db;
    }

    /** The service, held until the transaction ends, so that two people do not open a ticket on it at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<KnownService> hold(String serviceId) {
        return db.sql("""
                        select s.*, o.care_manager_name, o.care_manager_phone, o.care_manager_email from service_ref s
                        left join order_ref o on o.order_number = s.order_number
                        where s.service_id = :id for update of s""")
                .param("id", serviceId)
                .query((row, _) -> service(row))
                .optional();
    }

    private static KnownService service(ResultSet row) throws SQLException {
        return new KnownService(
                row.getString("service_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                KnownService.State.valueOf(row.getString("state")),
                row.getString("circuit_id"),
                row.getString("product_name"),
                row.getString("order_number"),
                careManager(row));
    }

    private static KnownService.@Nullable CareManager careManager(ResultSet row) throws SQLException {
        var name = row.getString("care_manager_name");
        return name == null
                ? null
                : new KnownService.CareManager(
                        name, row.getString("care_manager_phone"), row.getString("care_manager_email"));
    }
}
