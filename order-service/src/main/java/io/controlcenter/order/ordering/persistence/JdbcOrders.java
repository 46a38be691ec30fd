package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Orders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row by Spring Data JDBC, its parts by SQL. */
@Component
class JdbcOrders implements Orders {

    private final OrderRows rows;
    private final OrderParts parts;
    private final OrderRowMapper mapper;
    private final JdbcClient db;

    JdbcOrders(OrderRows rows, OrderParts parts, OrderRowMapper mapper, JdbcClient db) {
        this.rows = rows;
        this.parts = parts;
        this.mapper = mapper;
        this.db = db;
    }

    @Override
    public String nextNumber() {
        return "O-" + db.sql("select nextval('order_number')").query(Long.class).single();
    }

    @Override
    public Optional<Order> find(String orderNumber) {
        return rows.findById(orderNumber)
                .map(row -> mapper.toOrder(row, parts.items(orderNumber), parts.milestones(orderNumber)))
                .map(Order::of);
    }

    @Override
    public OrderSnapshot add(Order order) {
        return write(order.snapshot(), null);
    }

    @Override
    public OrderSnapshot save(Order order) {
        return write(order.snapshot(), order.snapshot().version());
    }

    private OrderSnapshot write(OrderSnapshot order, @Nullable Long version) {
        var row = rows.save(mapper.toRow(order, version));
        parts.write(order);
        return mapper.toOrder(row, order.items(), order.milestones());
    }

    @Override
    public List<String> waitingForCareManager(int atMost) {
        return db.sql("select order_number from orders where state = 'submitted' order by submitted_at limit :most")
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
