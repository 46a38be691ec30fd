package io.controlcenter.repair.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The services that the transaction may see. */
@Component
public class KnownServices {

    private static final String SELECT = """
            select s.*, o.care_manager_name, o.care_manager_phone, o.care_manager_email from service_ref s
            left join order_ref o on o.order_number = s.order_number""";

    private final JdbcClient db;

    KnownServices(JdbcClient db) {
        this.db = db;
    }

    /** The service, held until the transaction ends, so that two people do not open a ticket on it at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<KnownService> hold(String serviceId) {
        return db.sql(SELECT + " where s.service_id = :id for update of s")
                .param("id", serviceId)
                .query((row, _) -> service(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<KnownService> find(String serviceId) {
        return db.sql(SELECT + " where s.service_id = :id")
                .param("id", serviceId)
                .query((row, _) -> service(row))
                .optional();
    }

    /** Those of these services, or on these circuits, that are installed. */
    @Transactional(readOnly = true)
    public List<KnownService> installed(Collection<String> serviceIds, Collection<String> circuitIds) {
        return db.sql(SELECT + """
                         where s.state = 'INSTALLED' and (s.service_id in (:services) or s.circuit_id in (:circuits))
                        order by s.service_id""")
                .param("services", orNone(serviceIds))
                .param("circuits", orNone(circuitIds))
                .query((row, _) -> service(row))
                .list();
    }

    private static Collection<String> orNone(Collection<String> ids) {
        return ids.isEmpty() ? List.of("") : ids;
    }

    /** Gives a service its restoration priority, or takes it away with null; whether there is such a service. */
    @Transactional
    public boolean prioritise(String serviceId, @Nullable String tspCode) {
        return db.sql("update service_ref set tsp_code = :code where service_id = :id")
                        .param("code", tspCode)
                        .param("id", serviceId)
                        .update()
                == 1;
    }

    private static KnownService service(ResultSet row) throws SQLException {
        return new KnownService(
                row.getString("service_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                KnownService.State.valueOf(row.getString("state")),
                row.getString("circuit_id"),
                row.getString("product_name"),
                row.getString("product_code"),
                site(row),
                row.getString("tsp_code"),
                row.getString("order_number"),
                careManager(row));
    }

    private static KnownService.@Nullable Site site(ResultSet row) throws SQLException {
        var id = row.getString("site_id");
        return id == null ? null : new KnownService.Site(id, row.getString("site_name"));
    }

    private static KnownService.@Nullable CareManager careManager(ResultSet row) throws SQLException {
        var name = row.getString("care_manager_name");
        return name == null
                ? null
                : new KnownService.CareManager(
                        name, row.getString("care_manager_phone"), row.getString("care_manager_email"));
    }
}
