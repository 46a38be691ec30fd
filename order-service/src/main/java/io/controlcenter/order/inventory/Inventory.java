package io.controlcenter.order.inventory;

import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.inventory.InstalledService.State;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The installed services, which other domains learn of by {@code order.accepted} and {@code order.disconnected}. */
@Component
public class Inventory {

    private static final Listing LIST = Listing.of("s.*", "installed_service s")
            .text("accountId", "s.account_id")
            .text("serviceId", "s.service_id")
            .text("productCode", "s.product_code")
            .text("siteId", "s.site_id")
            .text("circuitId", "s.circuit_id")
            .text("orderNumber", "s.order_number")
            .choice("state", "s.state", State.class)
            .choice("endOfTerm", "s.end_of_term", EndOfTerm.class)
            .date("commencementDate", "s.commencement_date")
            .date("termEndsOn", "s.term_ends_on")
            .order("-commencementDate", "s.id");

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;
    private final JsonMapper json;
    private final RowMapper<InstalledService> mapper;

    Inventory(JdbcClient db, NamedParameterJdbcOperations batch, JsonMapper json) {
        this.db = db;
        this.batch = batch;
        this.json = json;
        this.mapper = (row, _) -> new InstalledService(
                row.getString("service_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                State.valueOf(row.getString("state")),
                row.getString("circuit_id"),
                row.getString("product_code"),
                row.getString("product_name"),
                row.getString("bandwidth"),
                row.getString("site_id"),
                row.getString("order_number"),
                row.getString("pending_order_number"),
                new Money(row.getBigDecimal("monthly_recurring"), row.getString("currency")),
                Arrays.asList(json.readValue(row.getString("charges"), InstalledService.Charge[].class)),
                row.getObject("commencement_date", LocalDate.class),
                row.getInt("term_months"),
                EndOfTerm.valueOf(row.getString("end_of_term")),
                row.getObject("term_ends_on", LocalDate.class),
                row.getObject("stop_date", LocalDate.class));
    }

    public List<String> nextServiceIds(int many) {
        return next("S-", "service_number", many);
    }

    public List<String> nextCircuitIds(String prefix, int many) {
        return next(prefix + "-", "circuit_number", many);
    }

    private List<String> next(String prefix, String sequence, int many) {
        return db.sql("select :prefix || nextval(cast(:sequence as regclass)) from generate_series(1, :many)")
                .param("prefix", prefix)
                .param("sequence", sequence)
                .param("many", many)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Adds services, or writes changed ones anew: the charges are the complete set, and nothing is under way any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void install(List<InstalledService> services) {
        batch.batchUpdate("""
                insert into installed_service (service_id, enterprise_id, account_id, state, circuit_id, product_code,
                  product_name, bandwidth, site_id, order_number, monthly_recurring, currency, charges,
                  commencement_date, term_months, end_of_term, term_ends_on, version)
                values (:serviceId, :enterpriseId, :accountId, 'INSTALLED', :circuitId, :productCode, :productName,
                  :bandwidth, :siteId, :orderNumber, :amount, :currency, cast(:charges as jsonb),
                  :commencementDate, :termMonths, :endOfTerm, :termEndsOn, 0)
                on conflict (service_id) do update set state = 'INSTALLED', pending_order_number = null,
                  circuit_id = excluded.circuit_id, product_code = excluded.product_code,
                  product_name = excluded.product_name, bandwidth = excluded.bandwidth, site_id = excluded.site_id,
                  order_number = excluded.order_number, monthly_recurring = excluded.monthly_recurring,
                  currency = excluded.currency, charges = excluded.charges,
                  commencement_date = excluded.commencement_date, term_months = excluded.term_months,
                  end_of_term = excluded.end_of_term, term_ends_on = excluded.term_ends_on,
                  version = installed_service.version + 1
                """, services.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(InstalledService service) {
        return new MapSqlParameterSource()
                .addValue("serviceId", service.serviceId())
                .addValue("enterpriseId", service.enterpriseId())
                .addValue("accountId", service.accountId())
                .addValue("circuitId", service.circuitId())
                .addValue("productCode", service.productCode())
                .addValue("productName", service.productName())
                .addValue("bandwidth", service.bandwidth())
                .addValue("siteId", service.siteId())
                .addValue("orderNumber", service.orderNumber())
                .addValue("amount", service.monthlyRecurring().amount())
                .addValue("currency", service.monthlyRecurring().currency())
                .addValue("charges", json.writeValueAsString(service.charges()))
                .addValue("commencementDate", service.commencementDate())
                .addValue("termMonths", service.termMonths())
                .addValue("endOfTerm", service.endOfTerm().name())
                .addValue("termEndsOn", service.termEndsOn());
    }

    /**
     * Takes a service for an order that changes or disconnects it, so that no second order does.
     *
     * @return false when it is not installed, or another order has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(String serviceId, String orderNumber, State pending) {
        return db.sql("""
                        update installed_service set state = :pending, pending_order_number = :order,
                          version = version + 1
                        where service_id = :id and (state = 'INSTALLED' or pending_order_number = :order)""")
                        .param("id", serviceId)
                        .param("order", orderNumber)
                        .param("pending", pending.name())
                        .update()
                == 1;
    }

    /** Gives back what an order had taken of these and did not bring to an end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(String orderNumber, Collection<String> serviceIds) {
        db.sql("""
                        update installed_service set state = 'INSTALLED', pending_order_number = null,
                          version = version + 1
                        where service_id in (:ids) and pending_order_number = :order
                          and state in ('PENDING_CHANGE', 'PENDING_DISCONNECT') and stop_date is null""").param("ids", serviceIds).param("order", orderNumber).update();
    }

    /**
     * Ends a service. While the stop date lies ahead it stays PENDING_DISCONNECT, and DISCONNECTED from that day on.
     *
     * @param stopDate first day that is not billed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void disconnect(String serviceId, String orderNumber, LocalDate stopDate, LocalDate today) {
        db.sql("""
                        update installed_service set order_number = :order, stop_date = :stop, version = version + 1,
                          pending_order_number = null,
                          state = case when :stop <= :today then 'DISCONNECTED' else 'PENDING_DISCONNECT' end
                        where service_id = :id""")
                .param("id", serviceId)
                .param("order", orderNumber)
                .param("stop", stopDate)
                .param("today", today)
                .update();
    }

    /** @return how many services whose stop date has come are disconnected now */
    @Transactional
    int disconnectUntil(LocalDate today) {
        return db.sql("""
                        update installed_service set state = 'DISCONNECTED', version = version + 1
                        where state = 'PENDING_DISCONNECT' and stop_date <= :today""").param("today", today).update();
    }

    @Transactional(readOnly = true)
    public Optional<InstalledService> find(String serviceId) {
        return Optional.ofNullable(find(List.of(serviceId)).get(serviceId));
    }

    /** Those that exist of the ids asked for, by id. */
    @Transactional(readOnly = true)
    public Map<String, InstalledService> find(Collection<String> serviceIds) {
        if (serviceIds.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select * from installed_service where service_id in (:ids)")
                .param("ids", serviceIds)
                .query(mapper)
                .list()
                .stream()
                .collect(Collectors.toMap(InstalledService::serviceId, Function.identity()));
    }

    /** What the account pays per month for all its services. */
    @Transactional(readOnly = true)
    public Money monthlyRecurring(String accountId, String currency) {
        var sum = db.sql("""
                        select coalesce(sum(monthly_recurring), 0) from installed_service
                        where account_id = :account and currency = :currency and state <> 'DISCONNECTED'""")
                .param("account", accountId)
                .param("currency", currency)
                .query(BigDecimal.class)
                .single();
        return Money.of(sum, currency);
    }

    @Transactional(readOnly = true)
    Page<InstalledService> list(String enterpriseId, ListRequest request) {
        return LIST.page(db, request, "s.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), mapper);
    }
}
