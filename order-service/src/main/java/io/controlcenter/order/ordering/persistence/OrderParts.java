package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.Milestone;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items and milestones of orders: written in one batch each, and only where something changed. */
@Component
class OrderParts {

    private static final String WRITE_ITEM = """
            insert into order_item (order_number, item_id, position, enterprise_id, account_id, action, product_code,
              product_name, bandwidth, site_id, term_months, state, expected_completion_date, monthly_recurring,
              non_recurring, currency, service_id, circuit_id, commencement_date)
            values (:order, :itemId, :position, :enterprise, :account, :action, :productCode, :productName, :bandwidth,
              :siteId, :termMonths, :state, :expected, :mrc, :nrc, :currency, :serviceId, :circuitId, :commencement)
            on conflict (order_number, item_id) do update set site_id = excluded.site_id, state = excluded.state,
              expected_completion_date = excluded.expected_completion_date, service_id = excluded.service_id,
              circuit_id = excluded.circuit_id, commencement_date = excluded.commencement_date
            where (order_item.site_id, order_item.state, order_item.expected_completion_date, order_item.service_id,
              order_item.circuit_id)
              is distinct from (excluded.site_id, excluded.state, excluded.expected_completion_date, excluded.service_id, excluded.circuit_id)
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    OrderParts(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    void write(OrderSnapshot order) {
        batch.batchUpdate(
                WRITE_ITEM,
                IntStream.range(0, order.items().size())
                        .mapToObj(i -> parameters(order, order.items().get(i), i))
                        .toArray(SqlParameterSource[]::new));
        writeMilestones(order);
    }

    private static SqlParameterSource parameters(OrderSnapshot order, OrderItem item, int position) {
        var delivery = item.delivery();
        return new MapSqlParameterSource()
                .addValue("order", order.orderNumber())
                .addValue("itemId", item.itemId())
                .addValue("position", position)
                .addValue("enterprise", order.enterpriseId())
                .addValue("account", order.accountId())
                .addValue("action", item.action().name())
                .addValue("productCode", item.product().code())
                .addValue("productName", item.product().name())
                .addValue("bandwidth", item.product().bandwidth())
                .addValue("siteId", item.siteId())
                .addValue("termMonths", item.termMonths())
                .addValue("state", item.state().name())
                .addValue("expected", item.expectedCompletionDate())
                .addValue("mrc", item.monthlyRecurring().amount())
                .addValue("nrc", item.nonRecurring().amount())
                .addValue("currency", item.monthlyRecurring().currency())
                .addValue("serviceId", item.serviceId())
                .addValue("circuitId", delivery == null ? null : delivery.circuitId())
                .addValue("commencement", delivery == null ? null : delivery.commencementDate());
    }

    private void writeMilestones(OrderSnapshot order) {
        var codes = order.milestones().stream()
                .map(milestone -> milestone.code().name())
                .toList();
        db.sql("delete from order_milestone where order_number = :order and not (code = any (:codes))")
                .param("order", order.orderNumber())
                .param("codes", codes.toArray(String[]::new))
                .update();
        batch.batchUpdate(
                """
                insert into order_milestone
                  (order_number, code, enterprise_id, account_id, status, planned_date, reached_at, note)
                values (:order, :code, :enterprise, :account, :status, :planned, :reached, :note)
                on conflict (order_number, code) do update set status = excluded.status,
                  planned_date = excluded.planned_date, reached_at = excluded.reached_at, note = excluded.note
                """,
                order.milestones().stream()
                        .map(milestone -> parameters(order, milestone))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(OrderSnapshot order, Milestone milestone) {
        return new MapSqlParameterSource()
                .addValue("order", order.orderNumber())
                .addValue("code", milestone.code().name())
                .addValue("enterprise", order.enterpriseId())
                .addValue("account", order.accountId())
                .addValue("status", milestone.status().name())
                .addValue("planned", milestone.plannedDate())
                .addValue(
                        "reached",
                        milestone.reachedAt() == null
                                ? null
                                : milestone.reachedAt().atOffset(ZoneOffset.UTC))
                .addValue("note", milestone.note());
    }

    List<OrderItem> items(String orderNumber) {
        return db.sql("select * from order_item where order_number = :order order by position")
                .param("order", orderNumber)
                .query((row, _) -> item(row))
                .list();
    }

    private static OrderItem item(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new OrderItem(
                row.getString("item_id"),
                OrderItem.Action.valueOf(row.getString("action")),
                new OrderItem.Product(
                        row.getString("product_code"), row.getString("product_name"), row.getString("bandwidth")),
                row.getString("site_id"),
                row.getInt("term_months"),
                new Money(row.getBigDecimal("monthly_recurring"), currency),
                new Money(row.getBigDecimal("non_recurring"), currency),
                OrderItem.State.valueOf(row.getString("state")),
                row.getObject("expected_completion_date", LocalDate.class),
                row.getString("service_id"),
                delivery(row));
    }

    private static OrderItem.@Nullable Delivery delivery(ResultSet row) throws SQLException {
        var circuitId = row.getString("circuit_id");
        return circuitId == null
                ? null
                : new OrderItem.Delivery(circuitId, row.getObject("commencement_date", LocalDate.class));
    }

    List<Milestone> milestones(String orderNumber) {
        return db.sql("select * from order_milestone where order_number = :order order by reached_at, code")
                .param("order", orderNumber)
                .query((row, _) -> new Milestone(
                        MilestoneCode.valueOf(row.getString("code")),
                        Milestone.Status.valueOf(row.getString("status")),
                        row.getObject("planned_date", LocalDate.class),
                        instant(row, "reached_at"),
                        row.getString("note")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
