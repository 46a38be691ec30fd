package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.ItemState;
import io.controlcenter.order.ordering.domain.Milestone;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The items and milestones of orders: written in one batch each, and only what changed. */
@Component
class OrderParts {

    private static final String WRITE_ITEM = """
            insert into order_item (order_number, item_id, position, enterprise_id, account_id, action, product_code,
              product_name, bandwidth, site_id, term_months, end_of_term, contacts, state, requested_kind, requested_date,
              expected_completion_date, completion_date, expedite_requested, expedite_accepted, failure, monthly_recurring, non_recurring,
              currency, service_id, circuit_id, commencement_date)
            values (:order, :itemId, :position, :enterprise, :account, :action, :productCode, :productName, :bandwidth,
              :siteId, :termMonths, :endOfTerm, cast(:contacts as jsonb), :state, :requestedKind,
              :requestedDate, :expected, :completed, :expediteRequested, :expediteAccepted, :failure, :mrc, :nrc, :currency, :serviceId, :circuitId,
              :commencement)
            on conflict (order_number, item_id) do update set site_id = excluded.site_id, state = excluded.state,
              contacts = excluded.contacts, requested_kind = excluded.requested_kind,
              requested_date = excluded.requested_date, expected_completion_date = excluded.expected_completion_date,
              completion_date = excluded.completion_date, expedite_requested = excluded.expedite_requested,
              expedite_accepted = excluded.expedite_accepted, failure = excluded.failure,
              service_id = excluded.service_id, circuit_id = excluded.circuit_id,
              commencement_date = excluded.commencement_date
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;
    private final JsonMapper json;

    OrderParts(JdbcClient db, NamedParameterJdbcOperations batch, JsonMapper json) {
        this.db = db;
        this.batch = batch;
        this.json = json;
    }

    void write(@Nullable OrderSnapshot before, OrderSnapshot order) {
        var known = before == null ? Set.<OrderItem>of() : new HashSet<>(before.items());
        batch.batchUpdate(
                WRITE_ITEM,
                IntStream.range(0, order.items().size())
                        .filter(i -> !known.contains(order.items().get(i)))
                        .mapToObj(i -> parameters(order, order.items().get(i), i))
                        .toArray(SqlParameterSource[]::new));
        if (before == null || !before.milestones().equals(order.milestones())) {
            writeMilestones(order);
        }
    }

    private SqlParameterSource parameters(OrderSnapshot order, OrderItem item, int position) {
        var delivery = item.delivery();
        var fulfilment = item.fulfilment();
        var requested = fulfilment.requestedDate();
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
                .addValue("termMonths", item.term().months())
                .addValue("endOfTerm", item.term().endOfTerm().name())
                .addValue(
                        "contacts",
                        item.contacts().equals(OrderItem.Contacts.NONE)
                                ? null
                                : json.writeValueAsString(item.contacts()))
                .addValue("state", fulfilment.state().wire())
                .addValue(
                        "requestedKind",
                        requested == null ? null : requested.kind().name())
                .addValue("requestedDate", requested == null ? null : requested.date())
                .addValue("expected", fulfilment.expectedCompletionDate())
                .addValue("completed", fulfilment.completionDate())
                .addValue("expediteRequested", fulfilment.expediteRequested())
                .addValue("expediteAccepted", fulfilment.expediteAccepted())
                .addValue("failure", fulfilment.failure())
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
                .addValue("reached", Columns.at(milestone.reachedAt()))
                .addValue("note", milestone.note());
    }

    List<OrderItem> items(String orderNumber) {
        return db.sql("select * from order_item where order_number = :order order by position")
                .param("order", orderNumber)
                .query((row, _) -> item(row))
                .list();
    }

    private OrderItem item(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var contacts = row.getString("contacts");
        return new OrderItem(
                row.getString("item_id"),
                OrderItem.Action.valueOf(row.getString("action")),
                new OrderItem.Product(
                        row.getString("product_code"), row.getString("product_name"), row.getString("bandwidth")),
                row.getString("site_id"),
                new OrderItem.Term(row.getInt("term_months"), EndOfTerm.valueOf(row.getString("end_of_term"))),
                new Money(row.getBigDecimal("monthly_recurring"), currency),
                new Money(row.getBigDecimal("non_recurring"), currency),
                contacts == null ? OrderItem.Contacts.NONE : json.readValue(contacts, OrderItem.Contacts.class),
                new OrderItem.Fulfilment(
                        ItemState.of(row.getString("state")),
                        Columns.date(row, "requested"),
                        row.getObject("expected_completion_date", LocalDate.class),
                        row.getObject("completion_date", LocalDate.class),
                        row.getBoolean("expedite_requested"),
                        row.getBoolean("expedite_accepted"),
                        row.getString("failure")),
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
        return db.sql("select * from order_milestone where order_number = :order")
                .param("order", orderNumber)
                .query((row, _) -> new Milestone(
                        MilestoneCode.valueOf(row.getString("code")),
                        Milestone.Status.valueOf(row.getString("status")),
                        row.getObject("planned_date", LocalDate.class),
                        Columns.instant(row, "reached_at"),
                        row.getString("note")))
                .list();
    }
}
