package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.DueOrders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A date is over when it is over in the zone of the order's account. */
@Component
class JdbcDueOrders implements DueOrders {

    private static final String TODAY = "(cast(:now as timestamptz) at time zone coalesce(a.time_zone, 'UTC'))::date";

    /** Orders with the zone of their account, for conditions that need today's date. */
    private static final String ZONED =
            "select o.order_number from orders o left join account_ref a on a.account_id = o.account_id ";

    private final JdbcClient db;

    JdbcDueOrders(JdbcClient db) {
        this.db = db;
    }

    private List<String> orders(String sql, Instant now, int atMost) {
        return db.sql(sql.replace("TODAY", TODAY))
                .params(Map.of("now", now.atOffset(java.time.ZoneOffset.UTC), "most", atMost))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> waitingForCareManager(int atMost) {
        return orders("""
                select order_number from orders where state = 'submitted' and care_manager_id is null
                order by submitted_at limit :most""", Instant.EPOCH, atMost);
    }

    @Override
    public List<String> waitingForCredit(int atMost) {
        return orders("""
                select order_number from orders where state = 'submitted' and care_manager_id is not null
                order by submitted_at limit :most""", Instant.EPOCH, atMost);
    }

    @Override
    public List<DueCharge> unansweredCharges(Instant now, int atMost) {
        return charges("response_due_at <= :now", now, atMost);
    }

    /** The next warning is at 75 or 90 per cent of the time to answer, as {@code Charge} has it. */
    @Override
    public List<DueCharge> chargesAtRisk(Instant now, int atMost) {
        return charges("""
                response_due_at > :now and warned < 90
                and created_at + (response_due_at - created_at) * case warned when 0 then 0.75 else 0.9 end <= :now""", now, atMost);
    }

    private List<DueCharge> charges(String due, Instant now, int atMost) {
        return db.sql("select order_number, charge_id from order_charge where state = 'AWAITING_RESPONSE' and " + due
                        + " order by response_due_at limit :most")
                .param("now", Columns.at(now))
                .param("most", atMost)
                .query((row, _) -> new DueCharge(row.getString("order_number"), row.getString("charge_id")))
                .list();
    }

    @Override
    public List<String> unansweredNotices(Instant now, int atMost) {
        return orders("""
                select order_number from orders where state = 'awaitingAcceptance' and notice_answer_by <= :now
                order by notice_answer_by limit :most""", now, atMost);
    }

    @Override
    public List<String> expiredDelays(Instant now, int atMost) {
        return orders(ZONED + """
                where o.state in ('inProgress', 'awaitingAcceptance') and o.delay_expires_on <= TODAY order by o.delay_expires_on limit :most""", now, atMost);
    }

    @Override
    public List<String> pendingCancellations(int atMost) {
        return orders("""
                select order_number from orders where state = 'pendingCancellation' order by id limit :most""", Instant.EPOCH, atMost);
    }

    @Override
    public List<String> endingServices(Instant now, int atMost) {
        return orders(ZONED + """
                where o.state = 'inProgress' and exists (select 1 from order_item i where i.order_number = o.order_number
                  and i.action = 'DELETE' and i.state = 'inProgress' and i.expected_completion_date <= TODAY)
                order by o.customer_commit_date limit :most""", now, atMost);
    }

    @Override
    public List<String> missedMilestones(Instant now, int atMost) {
        return orders(ZONED + """
                where o.state not in ('draft', 'completed', 'partial', 'cancelled', 'rejected', 'failed')
                  and exists (select 1 from order_milestone m where m.order_number = o.order_number
                    and m.status = 'PENDING' and m.planned_date < TODAY) order by o.id limit :most""", now, atMost);
    }

    @Override
    public List<String> commencing(Instant now, int atMost) {
        return orders(ZONED + """
                where o.state in ('completed', 'partial')
                  and not exists (select 1 from order_milestone m where m.order_number = o.order_number
                    and m.code = 'BILLING_STARTED' and m.status = 'REACHED')
                  and exists (select 1 from acceptance_record r where r.order_number = o.order_number
                    and r.commencement_date <= TODAY) order by o.id limit :most""", now, atMost);
    }
}
