package io.controlcenter.order.carecontacts;

import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells once, when a contact falls due and nobody has made it. */
@Component
class RemindingCareManagers implements DueWork {

    private static final int AT_ONCE = 100;
    private final JdbcClient db;
    private final ReadingOrders orders;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    RemindingCareManagers(JdbcClient db, ReadingOrders orders, Outbox outbox, TransactionTemplate transaction) {
        this.db = db;
        this.orders = orders;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** @param lastContactAt null when the welcome is due */
    record CareContactDue(
            String orderNumber,
            String accountId,
            CareContactPlan.Rhythm every,
            @Nullable Instant lastContactAt,
            @Nullable Instant dueAt,
            @Nullable CareManager customerCareManager,
            @Nullable Contact contact) {}

    @Override
    public String name() {
        return "remind-care-managers";
    }

    @Override
    public int doDue(Instant now) {
        return transaction.execute(_ -> {
            var due = db.sql("""
                            update care_contact_plan set reminded_of = next_contact_due_at where order_number in (
                              select order_number from care_contact_plan where next_contact_due_at <= :now
                                and reminded_of is distinct from next_contact_due_at
                              order by next_contact_due_at limit :most for update skip locked)
                            returning *""")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("most", AT_ONCE)
                    .query((row, _) -> CareContacts.plan(row))
                    .list();
            due.forEach(this::remind);
            return due.size();
        });
    }

    private void remind(CareContactPlan plan) {
        var order = orders.find(plan.orderNumber()).orElseThrow();
        outbox.append(new OutboxEvent(
                "order.order.v1",
                "order.care-contact.due.v1",
                order.orderNumber(),
                order.enterpriseId(),
                order.accountId(),
                order.version(),
                new CareContactDue(
                        order.orderNumber(),
                        order.accountId(),
                        plan.every(),
                        plan.lastContactAt(),
                        plan.nextContactDueAt(),
                        order.careManager(),
                        order.terms().contact())));
    }
}
