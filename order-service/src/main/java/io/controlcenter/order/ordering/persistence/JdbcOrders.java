package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Orders;
import io.controlcenter.order.ordering.domain.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The row by Spring Data JDBC, its parts by SQL. */
@Component
class JdbcOrders implements Orders {

    private final OrderRows rows;
    private final OrderParts parts;
    private final OrderCharges charges;
    private final OrderRequests requests;
    private final OrderRowMapper mapper;
    private final JdbcClient db;
    private final JsonMapper json;

    JdbcOrders(
            OrderRows rows,
            OrderParts parts,
            OrderCharges charges,
            OrderRequests requests,
            OrderRowMapper mapper,
            JdbcClient db,
            JsonMapper json) {
        this.rows = rows;
        this.parts = parts;
        this.charges = charges;
        this.requests = requests;
        this.mapper = mapper;
        this.db = db;
        this.json = json;
    }

    @Override
    public String nextNumber() {
        return "O-" + db.sql("select nextval('order_number')").query(Long.class).single();
    }

    @Override
    public Optional<Order> find(String orderNumber) {
        return rows.findById(orderNumber)
                .map(row -> mapper.toOrder(
                        row,
                        parts.items(orderNumber),
                        parts.milestones(orderNumber),
                        charges.of(orderNumber),
                        requests.of(orderNumber),
                        errors(row.terminationErrors())))
                .map(Order::of);
    }

    private List<Progress.TerminationError> errors(@Nullable String stored) {
        return stored == null ? List.of() : Arrays.asList(json.readValue(stored, Progress.TerminationError[].class));
    }

    @Override
    public OrderSnapshot add(Order order) {
        return write(null, order.snapshot(), null);
    }

    @Override
    public OrderSnapshot save(OrderSnapshot before, Order order) {
        return write(before, order.snapshot(), before.version());
    }

    private OrderSnapshot write(@Nullable OrderSnapshot before, OrderSnapshot order, @Nullable Long version) {
        var errors = order.progress().terminationErrors();
        var row = rows.save(mapper.toRow(order, errors.isEmpty() ? null : json.writeValueAsString(errors), version));
        parts.write(before, order);
        charges.write(before, order);
        requests.write(before, order);
        return mapper.toOrder(
                row,
                order.items(),
                order.milestones(),
                order.charges(),
                order.requests(),
                order.progress().terminationErrors());
    }
}
