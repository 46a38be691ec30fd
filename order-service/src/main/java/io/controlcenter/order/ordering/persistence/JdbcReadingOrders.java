package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.Escalation;
import io.controlcenter.order.ordering.domain.Jeopardy;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.OrderState;
import io.controlcenter.order.ordering.domain.Orders;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.util.Arrays;
import java.util.List;
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
    private static final RowMapper<Entry> ENTRY = DataClassRowMapper.newInstance(Entry.class);
    private static final RowMapper<MilestoneChange> CHANGE = DataClassRowMapper.newInstance(MilestoneChange.class);
    private static final RowMapper<EscalationEntry> ESCALATION = DataClassRowMapper.newInstance(EscalationEntry.class);

    /** How urgent an order is: what is escalated before what is in jeopardy before the rest. */
    private static final String URGENCY = """
            (case o.escalation_level when 'VP' then 30 when 'DIRECTOR' then 20 when 'CCM_MANAGER' then 10 else 0 end
            + case o.jeopardy_level when 'HIGH' then 3 when 'MEDIUM' then 2 when 'LOW' then 1 else 0 end)""";

    private static final String OPEN = "o.state not in ('completed', 'partial', 'cancelled', 'rejected', 'failed')";
    private static final Listing LINES = lines("-createdAt");
    private static final Listing WORK = lines("-urgency");

    private static final Listing TIMELINE = Listing.of("t.*, t.actor_name as actor", "order_timeline t")
            .choice("kind", "t.kind", TimelineWords.KINDS)
            .number("id", "t.id")
            .order("id", "t.id");

    private static final Listing ESCALATIONS = Listing.of("e.*, e.actor_name as actor", "order_escalation e")
            .choice("level", "e.level", Escalation.Level.class)
            .number("id", "e.id")
            .order("id", "e.id");

    private static Listing lines(String order) {
        return Listing.of(
                        "o.*, (select count(*) from order_item i where i.order_number = o.order_number) as item_count",
                        "orders o")
                .text("accountId", "o.account_id")
                .text("externalId", "o.external_id")
                .text("quoteNumber", "o.quote_number")
                .choice(
                        "state",
                        "o.state",
                        Arrays.stream(OrderState.values()).map(OrderState::wire).toList())
                .choice("waitingFor", "o.waiting_for", List.of("CREDIT"))
                .choice("jeopardy", "o.jeopardy_code", Jeopardy.Code.class)
                .choice("jeopardyLevel", "o.jeopardy_level", Jeopardy.Level.class)
                .choice("escalationLevel", "o.escalation_level", Escalation.Level.class)
                .date("customerCommitDate", "o.customer_commit_date")
                .instant("createdAt", "o.created_at")
                .number("urgency", URGENCY)
                .order(order, "o.id");
    }

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
        return WORK.page(db, request, "o.care_manager_id = :ccm and " + OPEN, Map.of("ccm", careManagerId), LINE);
    }

    @Override
    public Page<Line> escalated(ListRequest request) {
        return WORK.page(db, request, "o.escalation_level is not null and " + OPEN, Map.of(), LINE);
    }

    @Override
    public Page<Entry> timeline(String orderNumber, ListRequest request) {
        return TIMELINE.page(db, request, "t.order_number = :order", Map.of("order", orderNumber), ENTRY);
    }

    @Override
    public Page<Entry> notes(String orderNumber, ListRequest request) {
        var notes = "t.order_number = :order and t.kind = 'NOTE'";
        return TIMELINE.page(db, request, notes, Map.of("order", orderNumber), ENTRY);
    }

    @Override
    public List<MilestoneChange> milestoneHistory(String orderNumber) {
        return db.sql("""
                        select m.*, m.actor_name as actor from order_milestone_change m
                        where m.order_number = :order order by m.id""").param("order", orderNumber).query(CHANGE).list();
    }

    @Override
    public Page<EscalationEntry> escalations(String orderNumber, ListRequest request) {
        return ESCALATIONS.page(db, request, "e.order_number = :order", Map.of("order", orderNumber), ESCALATION);
    }
}
