package io.controlcenter.order.carecontacts;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans, and the contacts that were made. */
@Component
@Transactional
@EnableConfigurationProperties(CareContactSettings.class)
class CareContacts {

    private static final Listing CONTACTS =
            Listing.of("c.*", "care_contact c").instant("at", "c.at").order("at", "c.id");

    private final JdbcClient db;
    private final Accounts accounts;
    private final CareContactSettings settings;
    private final Clock clock;

    CareContacts(JdbcClient db, Accounts accounts, CareContactSettings settings, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    enum Channel {
        EMAIL,
        CALL
    }

    record Contact(long id, Channel channel, String summary, Instant at, String careManager) {}

    /** A care manager welcomes the customer, also one who follows another. */
    void begin(String orderNumber, String enterpriseId, String accountId) {
        db.sql("""
                        insert into care_contact_plan
                          (order_number, enterprise_id, account_id, every, next_contact_due_at, version)
                        values (:order, :enterprise, :account, :every, :due, 1)
                        on conflict (order_number) do update set next_contact_due_at = :due,
                          version = care_contact_plan.version + 1""")
                .param("order", orderNumber)
                .param("enterprise", enterpriseId)
                .param("account", accountId)
                .param("every", settings.every().name())
                .param("due", clock.instant().plus(settings.welcomeWithin()).atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(String orderNumber) {
        db.sql("""
                        update care_contact_plan set next_contact_due_at = null, version = version + 1
                        where order_number = :order and next_contact_due_at is not null""").param("order", orderNumber).update();
    }

    @Transactional(readOnly = true)
    public CareContactPlan require(String orderNumber) {
        return db.sql("select * from care_contact_plan where order_number = :order")
                .param("order", orderNumber)
                .query((row, _) -> plan(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("A care manager of the order " + orderNumber));
    }

    @Transactional(readOnly = true)
    public Page<Contact> of(String orderNumber, ListRequest request) {
        return CONTACTS.page(
                db,
                request,
                "c.order_number = :order",
                Map.of("order", require(orderNumber).orderNumber()),
                (row, _) -> new Contact(
                        row.getLong("id"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("summary"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("care_manager")));
    }

    /** Counts from the last contact; a welcome that is still due stays due when it is. */
    public CareContactPlan choose(String orderNumber, LongConsumer expected, CareContactPlan.Rhythm every) {
        var plan = open(orderNumber, expected);
        var last = plan.lastContactAt();
        return put(plan, every, last, last == null ? plan.nextContactDueAt() : every.after(last, zone(orderNumber)));
    }

    public CareContactPlan made(
            String orderNumber, LongConsumer expected, Channel channel, String summary, String careManager) {
        var plan = open(orderNumber, expected);
        var now = clock.instant();
        db.sql("""
                        insert into care_contact (order_number, enterprise_id, account_id, channel, summary, at, care_manager)
                        select order_number, enterprise_id, account_id, :channel, :summary, :at, :by
                        from care_contact_plan where order_number = :order""")
                .param("order", orderNumber)
                .param("channel", channel.name())
                .param("summary", summary)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", careManager)
                .update();
        return put(plan, plan.every(), now, plan.every().after(now, zone(orderNumber)));
    }

    private CareContactPlan open(String orderNumber, LongConsumer expected) {
        var plan = require(orderNumber);
        expected.accept(plan.version());
        if (plan.isOver()) {
            throw Problem.conflict("order-over", "The order is over, and so is the care for it.");
        }
        return plan;
    }

    private CareContactPlan put(
            CareContactPlan before, CareContactPlan.Rhythm every, @Nullable Instant last, @Nullable Instant due) {
        var updated = db.sql("""
                        update care_contact_plan set every = :every, last_contact_at = :last, next_contact_due_at = :due,
                          version = version + 1
                        where order_number = :order and version = :version""")
                .param("every", every.name())
                .param("last", last == null ? null : last.atOffset(ZoneOffset.UTC))
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("order", before.orderNumber())
                .param("version", before.version())
                .update();
        if (updated == 0) {
            throw Problem.conflict("stale-version", "Somebody else changed this meanwhile; read it again.");
        }
        return require(before.orderNumber());
    }

    private ZoneId zone(String orderNumber) {
        var account = db.sql("select account_id from care_contact_plan where order_number = :order")
                .param("order", orderNumber)
                .query(String.class)
                .single();
        return accounts.zone(account);
    }

    static CareContactPlan plan(ResultSet row) throws SQLException {
        return new CareContactPlan(
                row.getString("order_number"),
                CareContactPlan.Rhythm.valueOf(row.getString("every")),
                instant(row.getTimestamp("last_contact_at")),
                instant(row.getTimestamp("next_contact_due_at")),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
