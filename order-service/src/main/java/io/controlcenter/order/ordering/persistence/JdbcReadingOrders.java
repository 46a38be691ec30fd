package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.OrderState;
import io.controlcenter.order.ordering.domain.Orders;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcReadingOrders implements ReadingOrders {

    private static final RowMapper<Line> LINE = DataClassRowMapper.newInstance(Line.class);
    private static final Listing LINES = Listing.of(
                    "o.*, (select count(*) from order_item i where i.order_number = o.order_number) as item_count",
                    "orders o")
            .text("accountId", "o.account_id")
            .text("externalId", "o.external_id")
            .choice(
                    "state",
                    "o.state",
                    Arrays.stream(OrderState.values()).map(OrderState::wire).toList())
            .instant("createdAt", "o.created_at")
            .order("-createdAt", "o.id");

    private static final Listing TIMELINE = Listing.of("t.*, t.actor_name as actor", "order_timeline t")
            .choice("kind", "t.kind", java.util.List.of("STATE", "MILESTONE", "DATE", "CONTACT", "DOCUMENT", "NOTE"))
            .number("id", "t.id")
            .order("id", "t.id");

    private final JdbcClient db;
    private final Orders orders;

    JdbcReadingOrders(JdbcClient db, Orders orders) {
        this.db = db;
        this.orders = orders;
    }

    @Override
    public Optional<OrderSnapshot> find(String orderNumber) {
        return orders.find(orderNumber).map(Order::snapshot);
    }

    @Override
    public Page<Line> list(String enterpriseId, ListRequest request) {
        return LINES.page(db, request, "o.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), LINE);
    }

    @Override
    public Page<Line> workList(String careManagerId, ListRequest request) {
        var open = "o.care_manager_id = :ccm and o.state not in ('completed', 'cancelled', 'rejected', 'failed')";
        return LINES.page(db, request, open, Map.of("ccm", careManagerId), LINE);
    }

    @Override
    public Page<Entry> timeline(String orderNumber, ListRequest request) {
        return TIMELINE.page(
                db,
                request,
                "t.order_number = :order",
                Map.of("order", orderNumber),
                DataClassRowMapper.newInstance(Entry.class));
    }
}
