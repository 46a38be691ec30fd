package io.controlcenter.order.inventory;

import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The installed services, which other domains learn of by {@code order.accepted}. */
@Component
public class Inventory {

    private static final RowMapper<InstalledService> SERVICE = (row, _) -> new InstalledService(
            row.getString("service_id"),
            row.getString("enterprise_id"),
            row.getString("account_id"),
            row.getString("state"),
            row.getString("circuit_id"),
            row.getString("product_code"),
            row.getString("product_name"),
            row.getString("bandwidth"),
            row.getString("site_id"),
            row.getString("order_number"),
            new Money(row.getBigDecimal("monthly_recurring"), row.getString("currency")),
            row.getObject("commencement_date", LocalDate.class),
            row.getInt("term_months"));
    private static final Listing LIST = Listing.of("s.*", "installed_service s")
            .text("accountId", "s.account_id")
            .text("productCode", "s.product_code")
            .text("siteId", "s.site_id")
            .text("circuitId", "s.circuit_id")
            .text("orderNumber", "s.order_number")
            .choice("state", "s.state", List.of("INSTALLED"))
            .date("commencementDate", "s.commencement_date")
            .order("-commencementDate", "s.id");

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    Inventory(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    public String nextServiceId() {
        return "S-"
                + db.sql("select nextval('service_number')").query(Long.class).single();
    }

    public String nextCircuitId(String prefix) {
        return prefix + "-"
                + db.sql("select nextval('circuit_number')").query(Long.class).single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void install(List<InstalledService> services) {
        batch.batchUpdate("""
                insert into installed_service (service_id, enterprise_id, account_id, state, circuit_id, product_code,
                  product_name, bandwidth, site_id, order_number, monthly_recurring, currency, commencement_date,
                  term_months, version)
                values (:serviceId, :enterpriseId, :accountId, :state, :circuitId, :productCode, :productName,
                  :bandwidth, :siteId, :orderNumber, :amount, :currency, :commencementDate, :termMonths, 0)
                """, services.stream().map(Inventory::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(InstalledService service) {
        return new MapSqlParameterSource()
                .addValue("serviceId", service.serviceId())
                .addValue("enterpriseId", service.enterpriseId())
                .addValue("accountId", service.accountId())
                .addValue("state", service.state())
                .addValue("circuitId", service.circuitId())
                .addValue("productCode", service.productCode())
                .addValue("productName", service.productName())
                .addValue("bandwidth", service.bandwidth())
                .addValue("siteId", service.siteId())
                .addValue("orderNumber", service.orderNumber())
                .addValue("amount", service.monthlyRecurring().amount())
                .addValue("currency", service.monthlyRecurring().currency())
                .addValue("commencementDate", service.commencementDate())
                .addValue("termMonths", service.termMonths());
    }

    @Transactional(readOnly = true)
    Optional<InstalledService> find(String serviceId) {
        return db.sql("select * from installed_service where service_id = :id")
                .param("id", serviceId)
                .query(SERVICE)
                .optional();
    }

    @Transactional(readOnly = true)
    Page<InstalledService> list(String enterpriseId, ListRequest request) {
        return LIST.page(db, request, "s.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), SERVICE);
    }
}
