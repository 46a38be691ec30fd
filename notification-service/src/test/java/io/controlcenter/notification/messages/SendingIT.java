package io.controlcenter.notification.messages;

import static io.controlcenter.notification.NotificationPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.Mail;
import io.controlcenter.notification.MailServer;
import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.notification.Told;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TenantWalls;
import io.controlcenter.platform.work.DueWorkRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What can go wrong on the way: nothing is lost, nothing is told twice, and nobody hears what is not theirs any more. */
@NotificationServiceTest
class SendingIT {

    private static final String ORDERS = "order.order.v1";
    private static final String TICKETS = "repair.ticket.v1";
    private static final String MAINTENANCE = "maintenance.gcr.v1";

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Events events;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private void tell(Tenant tenant, String topic, String type, String key, long version, String data) {
        events.send(topic, type, key, tenant.enterprise(), version, data);
    }

    private void acknowledge(Tenant tenant, String order) {
        tell(tenant, ORDERS, "order.acknowledged.v1", order, 4, Told.acknowledged(tenant, order));
    }

    /** Runs while the mail server is away, which comes back afterwards. */
    private static void whileAway(Runnable work) {
        MailServer.away();
        try {
            work.run();
        } finally {
            MailServer.back();
        }
    }

    @Test
    void a_mail_server_that_goes_away_and_comes_back_loses_and_doubles_nothing() {
        var tenant = platform.tenant();
        var orders = new ArrayList<String>();
        whileAway(() -> {
            for (int i = 0; i < 6; i++) {
                var order = Told.number("O-");
                orders.add(order);
                acknowledge(tenant, order);
            }
            await(
                    "one was tried",
                    () -> platform.count(
                                    "message",
                                    "attempts > 0 and state = 'retryScheduled' and enterprise_id",
                                    tenant.enterprise())
                            > 0);
        });
        var sent = tenant.mail("contact") + " ORDER_ACKNOWLEDGED sent";
        await(
                "all sent",
                () -> orders.stream().allMatch(order -> platform.states(order).equals(Set.of(sent))));
        assertThat(MailServer.mails(tenant.mail("contact"), "ORDER_ACKNOWLEDGED"))
                .extracting(mail -> Mail.of(mail).messageId())
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void a_mail_whose_sender_was_killed_before_it_could_say_so_shows_as_the_same_mail() {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        acknowledge(tenant, order);
        var sent = Set.of(tenant.mail("contact") + " ORDER_ACKNOWLEDGED sent");
        await("sent", () -> platform.states(order).equals(sent));
        platform.inAll(() -> db.sql("""
                        update message set state = 'sending', sent_at = null, lease_until = now() - interval '1 second',
                          version = version + 1 where aggregate_id = :id""").param("id", order).update());
        await(
                "taken over",
                () -> MailServer.mails(tenant.mail("contact"), "ORDER_ACKNOWLEDGED")
                                .size()
                        == 2);
        await("sent again", () -> platform.states(order).equals(sent));
        assertThat(MailServer.mails(tenant.mail("contact"), "ORDER_ACKNOWLEDGED").stream()
                        .map(mail -> Mail.of(mail).messageId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_message_that_cannot_be_read_any_more_is_given_up_and_the_others_are_sent() {
        var tenant = platform.tenant();
        var broken = Told.number("O-");
        var sound = Told.number("O-");
        whileAway(() -> {
            acknowledge(tenant, broken);
            acknowledge(tenant, sound);
            await(
                    "queued",
                    () -> !platform.states(broken).isEmpty()
                            && !platform.states(sound).isEmpty());
            platform.inAll(() -> db.sql("update occasion set facts = '{}' where aggregate_id = :id")
                    .param("id", broken)
                    .update());
        });
        var state = tenant.mail("contact") + " ORDER_ACKNOWLEDGED ";
        await("given up", () -> platform.states(broken).equals(Set.of(state + "failed UNREADABLE")));
        await("sent", () -> platform.states(sound).equals(Set.of(state + "sent")));
    }

    @Test
    void who_lost_the_account_meanwhile_is_not_told() {
        var tenant = platform.tenant();
        platform.member(tenant, "viewer", List.of("REPAIR_VIEW"));
        platform.member(tenant, "mover", List.of("REPAIR_VIEW"));
        platform.member(tenant, "locked", List.of("REPAIR_VIEW"));
        var ticket = Told.number("T-");
        whileAway(() -> {
            tell(tenant, TICKETS, "repair.ticket.created.v1", ticket, 1, Told.ticket(tenant, ticket, "RECEIVED"));
            await("queued", () -> platform.states(ticket).size() == 7);
            platform.revoke(tenant, "viewer", 2);
            platform.membership(tenant, "mover", 2, List.of("REPAIR_VIEW"), tenant.accountB());
            platform.person(tenant, "locked", "America/Chicago", "INACTIVE", 2);
        });
        await(
                "settled",
                () -> platform.states(ticket).stream()
                        .noneMatch(state ->
                                state.contains("retry") || state.contains("queued") || state.contains("sending")));
        assertThat(platform.states(ticket))
                .contains(
                        tenant.mail("noc") + " TICKET_CREATED sent",
                        tenant.mail("viewer") + " TICKET_CREATED suppressed NOT_ALLOWED_ANY_MORE",
                        tenant.mail("mover") + " TICKET_CREATED suppressed NOT_ALLOWED_ANY_MORE",
                        tenant.mail("locked") + " TICKET_CREATED suppressed RECIPIENT_INACTIVE");
        assertThat(MailServer.mails(tenant.mail("viewer"), "TICKET_CREATED")).isEmpty();
        events.await(
                event -> event.type().equals("notification.suppressed.v1")
                        && event.data().path("recipient").asString().equals(tenant.mail("viewer")),
                "suppressed event");
    }

    @Test
    void what_comes_after_something_later_was_sent_is_suppressed() {
        var tenant = platform.tenant();
        var ticket = Told.number("T-");
        tell(tenant, TICKETS, "repair.ticket.closed.v1", ticket, 9, Told.ticket(tenant, ticket, "CLOSED"));
        MailServer.await(tenant.mail("noc"), "TICKET_STATUS");
        await("settled", () -> platform.states(ticket).contains(tenant.mail("noc") + " TICKET_STATUS sent"));
        tell(tenant, TICKETS, "repair.ticket.state-changed.v1", ticket, 5, Told.ticket(tenant, ticket, "IN_PROGRESS"));
        await(
                "suppressed",
                () -> platform.states(ticket).contains(tenant.mail("noc") + " TICKET_STATUS suppressed OUTDATED"));
        assertThat(MailServer.mails(tenant.mail("noc"), "TICKET_STATUS")).hasSize(1);
    }

    @Test
    void a_reminder_of_what_has_changed_is_cancelled() {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("MAINT_VIEW"));
        var gcr = Told.number("22345");
        whileAway(() -> {
            var data = Told.maintenance(tenant, gcr, 1, "ESSENTIAL");
            tell(tenant, MAINTENANCE, "maintenance.gcr.reminder-due.v1", gcr, 2, data);
            await(
                    "reminder",
                    () -> platform.states(gcr).contains(tenant.mail("noc") + " MAINT_REMINDER retryScheduled")
                            || platform.states(gcr).contains(tenant.mail("noc") + " MAINT_REMINDER queued"));
            tell(
                    tenant,
                    MAINTENANCE,
                    "maintenance.gcr.rescheduled.v1",
                    gcr,
                    3,
                    Told.maintenance(tenant, gcr, 2, "ESSENTIAL"));
            await(
                    "rescheduled",
                    () -> platform.states(gcr).stream().anyMatch(state -> state.contains("MAINT_RESCHEDULED")));
        });
        MailServer.await(tenant.mail("noc"), "MAINT_RESCHEDULED");
        await("settled", () -> platform.states(gcr).contains(tenant.mail("noc") + " MAINT_RESCHEDULED sent"));
        assertThat(platform.states(gcr))
                .anySatisfy(state -> assertThat(state)
                        .startsWith(tenant.mail("noc") + " MAINT_REMINDER ")
                        .containsAnyOf("cancelled OVERTAKEN", "suppressed OUTDATED", "sent"));
    }

    @Test
    void emergency_maintenance_is_told_as_such() {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("MAINT_VIEW"));
        var gcr = Told.number("32345");
        var data = Told.maintenance(tenant, gcr, 1, "EMERGENCY");
        tell(tenant, MAINTENANCE, "maintenance.gcr.scheduled.v1", gcr, 1, data);
        assertThat(MailServer.await(tenant.mail("noc"), "MAINT_EMERGENCY").subject())
                .startsWith("Emergency Scheduled Maintenance #: " + gcr);
    }

    @Test
    void a_recipient_without_a_mail_address_worth_the_name_fails_and_is_told_of() {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        var data = Told.acknowledged(tenant, order).replace(tenant.mail("contact"), "not an address");
        tell(tenant, ORDERS, "order.acknowledged.v1", order, 4, data);
        await(
                "failed",
                () -> platform.states(order).equals(Set.of("not an address ORDER_ACKNOWLEDGED failed UNREADABLE")));
        events.await(
                event -> event.type().equals("notification.failed.v1")
                        && event.data().path("aggregateId").asString().equals(order),
                "failed event");
    }

    @Test
    void an_event_that_nobody_can_read_is_set_aside_and_the_next_one_is_told() {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        tell(tenant, ORDERS, "order.acknowledged.v1", order, 3, "{\"orderNumber\":\"" + order + "\"}");
        acknowledge(tenant, order);
        MailServer.await(tenant.mail("contact"), "ORDER_ACKNOWLEDGED");
        await("dead letter", () -> platform.count("dead_letter", "key", order) == 1);
    }

    @Test
    void a_bill_that_is_heard_of_before_its_account_waits_for_it() {
        var before = platform.tenant();
        var late = new Tenant(before.enterprise(), before.enterprise() + "-L", before.accountB());
        var invoice = Told.number("INV-2026-00");
        tell(
                late,
                "billing.invoice.v1",
                "billing.invoice.issued.v1",
                invoice,
                2,
                Told.bill(late, invoice, "PAPERLESS"));
        await("heard", () -> platform.count("occasion", "not decided and aggregate_id", invoice) == 1);
        dueWork.runAll();
        assertThat(platform.states(invoice)).isEmpty();
        platform.billing(late, late.accountA(), null);
        platform.account(late, late.accountA(), 1);
        await(
                "known",
                () -> platform.count("account_ref", "account_id", late.accountA()) == 1
                        && platform.count("billing_account_ref", "account_id", late.accountA()) == 1);
        dueWork.runAll();
        await("sent", () -> platform.states(invoice).equals(Set.of(late.mail("payer") + " BILL_READY sent")));
    }

    @Test
    void an_older_version_of_a_membership_changes_nothing() {
        var tenant = platform.tenant();
        platform.member(tenant, "viewer", List.of("REPAIR_VIEW"));
        platform.membership(tenant, "viewer", 5, List.of("ORDER_VIEW"));
        platform.membership(tenant, "viewer", 3, List.of("BILLING_VIEW"));
        platform.membership(tenant, "other", 1, List.of());
        assertThat(platform.count("membership", "'ORDER_VIEW' = any (permissions) and user_id", tenant.user("viewer")))
                .isEqualTo(1);
        platform.revoke(tenant, "viewer", 6);
        platform.membership(tenant, "viewer", 5, List.of("ORDER_VIEW"));
        assertThat(platform.count("membership", "revoked and user_id", tenant.user("viewer")))
                .isEqualTo(1);
    }

    @Test
    void nothing_of_an_enterprise_is_seen_or_touched_by_another_one() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        platform.member(tenant, "noc", List.of("ORDER_VIEW"));
        var order = Told.number("O-");
        acknowledge(tenant, order);
        await("sent", () -> platform.states(order).contains(tenant.mail("contact") + " ORDER_ACKNOWLEDGED sent"));
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.seen(TenantScope.of(tenant.enterprise())))
                .containsKeys("message", "occasion", "message_attempt", "membership", "account_ref");
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
        assertThat(walls.touched(tenant.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.NOTHING)).isEmpty();
    }
}
