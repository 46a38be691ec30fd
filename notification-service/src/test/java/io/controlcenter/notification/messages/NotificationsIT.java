package io.controlcenter.notification.messages;

import static io.controlcenter.notification.NotificationPlatform.await;
import static io.controlcenter.notification.NotificationPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.Mail;
import io.controlcenter.notification.MailServer;
import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.notification.Told;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From an event to the mail in the inbox: what it says, to whom, and how often. */
@NotificationServiceTest
class NotificationsIT {

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Autowired
    private io.controlcenter.platform.work.DueWorkRunner work;

    private void tell(Tenant tenant, String topic, String type, String key, long version, String data) {
        events.send(topic, type, key, tenant.enterprise(), version, data);
    }

    /** Kept beside the test reports, for a look at what it looks like. */
    private static Mail seen(Mail mail, String kind) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(kind + ".html"), mail.html());
        Files.writeString(folder.resolve(kind + ".txt"), mail.text());
        return mail;
    }

    @Test
    void an_invited_user_gets_the_link_and_nobody_else_sees_it() throws Exception {
        var tenant = platform.tenant();
        var user = tenant.user("ada");
        events.send(
                "identity.user.v1",
                "identity.user.invited.v1",
                user,
                null,
                1,
                Told.invitation(user, tenant.mail("ada")));
        var mail = seen(MailServer.await(tenant.mail("ada"), "USER_INVITED"), "USER_INVITED");
        assertThat(mail.subject()).isEqualTo("You are invited to Control Center");
        assertThat(mail.html()).contains("token=secret-1", "Jun 8, 2026, 10:00 AM CDT");
        assertThat(mail.text()).contains("Hello Ada,", "token=secret-1");
        await("settled", () -> platform.states(user).equals(Set.of(tenant.mail("ada") + " USER_INVITED sent")));
        assertThat(platform.count("occasion", "facts is null and aggregate_id", user))
                .as("the link is forgotten once it was told")
                .isEqualTo(1);
    }

    @Test
    void whoever_registers_gets_the_link_the_administrators_the_question_and_who_is_refused_the_reason()
            throws Exception {
        var tenant = platform.tenant();
        var topic = "identity.registration.v1";
        var id = Told.number("r-");
        var applicant = tenant.mail("nell");
        tell(tenant, topic, "identity.registration.submitted.v1", id, 1, Told.registration(id, tenant, applicant));
        var link = seen(MailServer.await(applicant, "REGISTRATION_TO_CONFIRM"), "REGISTRATION_TO_CONFIRM");
        assertThat(link.text()).contains("Hello Nell,", "account/registration?token=secret-2");
        tell(tenant, topic, "identity.registration.pending-approval.v1", id, 2, Told.registrationToDecide(id, tenant));
        for (var administrator : List.of("ada", "bob")) {
            var asked = seen(
                    MailServer.await(tenant.mail(administrator), "REGISTRATION_TO_DECIDE"), "REGISTRATION_TO_DECIDE");
            assertThat(asked.subject()).isEqualTo("Nell Newcomer asks for access");
            assertThat(asked.text()).doesNotContain("token=");
        }
        tell(
                tenant,
                topic,
                "identity.registration.rejected.v1",
                id,
                3,
                Told.registrationRefused(id, tenant, applicant));
        var refused = seen(MailServer.await(applicant, "REGISTRATION_REFUSED"), "REGISTRATION_REFUSED");
        assertThat(refused.text()).contains("Ask your branch manager first.");
        await("settled", () -> platform.states(id).size() == 4);
        assertThat(platform.states(id)).allMatch(state -> state.endsWith(" sent"));
        assertThat(platform.count("occasion", "facts is null and aggregate_id", id))
                .isEqualTo(3);
    }

    @Test
    void whoever_stays_away_is_warned_even_when_inactive_already() throws Exception {
        var tenant = platform.tenant();
        var user = tenant.user("ada");
        platform.person(tenant, "ada", "America/New_York", "INACTIVE", 1);
        var mail = tenant.mail("ada");
        events.send(
                "identity.user.v1",
                "identity.user.inactivity-warning.v1",
                user,
                null,
                7,
                Told.inactivity(user, mail, "DEACTIVATION"));
        var first = seen(MailServer.await(mail, "INACTIVITY_WARNING"), "INACTIVITY_WARNING");
        assertThat(first.subject()).isEqualTo("Your account will be deactivated on Dec 1, 2026");
        events.send(
                "identity.user.v1",
                "identity.user.inactivity-warning.v1",
                user,
                null,
                9,
                Told.inactivity(user, mail, "DELETION"));
        await(
                "both told",
                () -> platform.states(user).size() == 1
                        && platform.count("message", "state = 'sent' and aggregate_id", user) == 2);
    }

    @Test
    void the_administrators_hear_of_a_meeting() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "viewer", List.of("ORDER_VIEW"));
        var id = Told.number("g-");
        tell(tenant, "identity.engagement.v1", "identity.engagement.scheduled.v1", id, 1, Told.engagement(id, tenant));
        await("heard", () -> platform.count("occasion", "aggregate_id", id) == 1);
        platform.administrator(tenant, "boss");
        work.runAll();
        var mail = seen(MailServer.await(tenant.mail("boss"), "ENGAGEMENT_SCHEDULED"), "ENGAGEMENT_SCHEDULED");
        assertThat(mail.subject()).isEqualTo("Quarterly review on Jul 10, 2026, 11:00 AM EDT");
        assertThat(mail.text()).contains("Sam Success", "+1 555 0142", "Bring plans");
        await(
                "nobody else",
                () -> platform.states(id).equals(Set.of(tenant.mail("boss") + " ENGAGEMENT_SCHEDULED sent")));
    }

    @Test
    void who_forgot_the_password_gets_a_link_and_hears_of_the_change() throws Exception {
        var tenant = platform.tenant();
        var user = tenant.user("forgetful");
        var mail = tenant.mail("forgetful");
        events.send(
                "identity.user.v1",
                "identity.user.password-reset-requested.v1",
                user,
                null,
                3,
                Told.passwordReset(user, mail));
        assertThat(seen(MailServer.await(mail, "PASSWORD_RESET"), "PASSWORD_RESET")
                        .html())
                .contains("token=secret-2");
        for (var version : List.of(4, 5, 4)) {
            events.send(
                    "identity.user.v1",
                    "identity.user.security-notice.v1",
                    user,
                    null,
                    version,
                    Told.securityNotice(user, mail, version == 4 ? "PASSWORD_RESET" : "SIGN_IN_LOCKED"));
        }
        await("each told once", () -> platform.count("message", "state = 'sent' and aggregate_id", user) == 3);
        assertThat(platform.count("occasion", "kind = 'PASSWORD_RESET' and facts is null and aggregate_id", user))
                .as("the link is forgotten once it was told")
                .isEqualTo(1);
    }

    @Test
    void an_acknowledged_order_names_its_care_manager() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "viewer", List.of("ORDER_VIEW"));
        platform.member(tenant, "elsewhere", List.of("ORDER_VIEW"), tenant.accountB());
        platform.member(tenant, "payer", List.of("BILLING_VIEW"));
        var order = Told.number("O-");
        tell(tenant, "order.order.v1", "order.acknowledged.v1", order, 4, Told.acknowledged(tenant, order));
        var mail = seen(MailServer.await(tenant.mail("contact"), "ORDER_ACKNOWLEDGED"), "ORDER_ACKNOWLEDGED");
        assertThat(mail.subject()).contains(order);
        for (var body : List.of(mail.html(), mail.text())) {
            assertThat(body)
                    .contains("Carla Care", "+1 555 0100", "ccm@provider.example", "Chicago office", "Denver office")
                    .contains("http://localhost:8080/portal/orders/" + order)
                    .contains("Acme Manufacturing");
        }
        await(
                "all told",
                () -> platform.states(order)
                        .equals(Set.of(
                                tenant.mail("contact") + " ORDER_ACKNOWLEDGED sent",
                                tenant.mail("viewer") + " ORDER_ACKNOWLEDGED sent",
                                tenant.user("viewer") + " ORDER_ACKNOWLEDGED delivered")));
        var sent = events.await(
                event -> event.type().equals("notification.sent.v1")
                        && event.data().path("aggregateId").asString().equals(order),
                "sent event");
        assertThat(sent.enterpriseId()).isEqualTo(tenant.enterprise());
    }

    @Test
    void each_key_milestone_is_told_once_however_often_it_is_heard() throws Exception {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        var topic = "order.order.v1";
        var type = "order.milestone.reached.v1";
        var id = UUID.randomUUID();
        var first = Told.milestone(tenant, order, "CCM_ASSIGNED", true);
        events.send(id, topic, type, order, tenant.enterprise(), 3, first);
        events.send(id, topic, type, order, tenant.enterprise(), 3, first);
        tell(tenant, topic, type, order, 3, first);
        tell(tenant, topic, type, order, 3, Told.milestone(tenant, order, "SUBMITTED", true));
        tell(tenant, topic, type, order, 3, Told.milestone(tenant, order, "ACKNOWLEDGED", true));
        tell(tenant, topic, type, order, 5, Told.milestone(tenant, order, "BUILD_COMPLETE", false));
        tell(tenant, topic, type, order, 6, Told.milestone(tenant, order, "INSTALL_COMPLETE", true));
        tell(tenant, topic, type, order, 7, Told.milestone(tenant, order, "CONNECTION_NOTICE_SENT", true));
        var notice = seen(MailServer.await(tenant.mail("contact"), "CONNECTION_NOTICE"), "CONNECTION_NOTICE");
        assertThat(notice.subject()).startsWith("Connection notice for order " + order);
        await(
                "three milestones",
                () -> MailServer.mails(tenant.mail("contact"), "ORDER_MILESTONE")
                                .size()
                        == 3);
        var subjects = MailServer.mails(tenant.mail("contact"), "ORDER_MILESTONE").stream()
                .map(mail -> Mail.of(mail).subject())
                .toList();
        assertThat(subjects)
                .containsExactlyInAnyOrder(
                        "Order %s: Customer care manager assigned".formatted(order),
                        "Order %s: Submitted".formatted(order),
                        "Order %s: Install complete".formatted(order));
        seen(Mail.of(MailServer.mails(tenant.mail("contact"), "ORDER_MILESTONE").getLast()), "ORDER_MILESTONE");
        assertThat(platform.count("message", "aggregate_id", order)).isEqualTo(4);
    }

    @Test
    void a_bill_goes_to_the_billing_contact_with_two_ways_on() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "payables", List.of("BILLING_VIEW"), tenant.accountA());
        var invoice = Told.number("INV-2026-00");
        tell(
                tenant,
                "billing.invoice.v1",
                "billing.invoice.issued.v1",
                invoice,
                2,
                Told.bill(tenant, invoice, "PAPERLESS"));
        var mail = seen(MailServer.await(tenant.mail("payer"), "BILL_READY"), "BILL_READY");
        assertThat(mail.subject()).isEqualTo("Your bill %s is ready: USD 2,345.60 due Jul 15, 2026".formatted(invoice));
        for (var body : List.of(mail.html(), mail.text())) {
            assertThat(body)
                    .contains("http://localhost:8080/portal/invoices/" + invoice)
                    .contains("http://localhost:8080/portal/invoices/" + invoice + "#pay")
                    .contains("USD 2,345.60", "Jul 15, 2026")
                    .doesNotContain("token=");
        }
        await(
                "inbox",
                () -> platform.states(invoice)
                        .equals(Set.of(
                                tenant.user("payables") + " BILL_READY delivered",
                                tenant.mail("payer") + " BILL_READY sent")));
        var owner = tenant.member(tenant.user("payables"), "BILLING_VIEW").onlyAccounts(tenant.accountA());
        var inbox = json(api.get(owner, "/api/v1/notifications").expectStatus().isOk());
        assertThat(inbox.at("/items/0/link").asString()).endsWith("/portal/invoices/" + invoice);
        var path = "/api/v1/notifications/" + inbox.at("/items/0/messageId").asString() + "/read";
        assertThat(json(api.post(owner, path).expectStatus().isOk())
                        .path("readAt")
                        .asString())
                .isEqualTo("2026-06-01T15:00:00Z");
        assertThat(json(api.get(owner, "/api/v1/notifications?unread=true")).path("items"))
                .isEmpty();
        api.post(tenant.member("someone-else", "BILLING_VIEW"), path)
                .expectStatus()
                .isNotFound();
        var unassigned = owner.onlyAccounts(tenant.accountB());
        assertThat(json(api.get(unassigned, "/api/v1/notifications")).path("items"))
                .isEmpty();
    }

    @Test
    void a_bill_on_paper_is_mailed_to_nobody_who_did_not_ask() {
        var tenant = platform.tenant();
        platform.member(tenant, "payables", List.of("BILLING_VIEW"));
        var invoice = Told.number("INV-2026-00");
        tell(
                tenant,
                "billing.invoice.v1",
                "billing.invoice.issued.v1",
                invoice,
                2,
                Told.bill(tenant, invoice, "PAPER"));
        await("inbox", () -> !platform.states(invoice).isEmpty());
        assertThat(platform.states(invoice)).containsExactly(tenant.user("payables") + " BILL_READY delivered");
    }

    @Test
    void a_ticket_is_told_to_its_contacts_and_internal_notes_to_nobody() throws Exception {
        var tenant = platform.tenant();
        var ticket = Told.number("T-");
        var topic = "repair.ticket.v1";
        tell(tenant, topic, "repair.ticket.created.v1", ticket, 1, Told.ticket(tenant, ticket, "RECEIVED"));
        tell(tenant, topic, "repair.ticket.note-added.v1", ticket, 2, Told.note(tenant, ticket, true));
        tell(tenant, topic, "repair.ticket.note-added.v1", ticket, 3, Told.note(tenant, ticket, false));
        tell(tenant, topic, "repair.ticket.state-changed.v1", ticket, 4, Told.ticket(tenant, ticket, "RESOLVED"));
        tell(tenant, topic, "repair.ticket.resolved.v1", ticket, 4, Told.ticket(tenant, ticket, "RESOLVED"));
        var created = seen(MailServer.await(tenant.mail("noc"), "TICKET_CREATED"), "TICKET_CREATED");
        assertThat(created.subject()).isEqualTo("Repair ticket %s is opened".formatted(ticket));
        assertThat(created.html()).contains("Theo Tech", "+1 555 0200", "No light on the circuit");
        var note = seen(MailServer.await(tenant.mail("noc"), "TICKET_UPDATED"), "TICKET_UPDATED");
        assertThat(note.text()).contains("A splice team is on its way.");
        var status = seen(MailServer.await(tenant.mail("noc"), "TICKET_STATUS"), "TICKET_STATUS");
        assertThat(status.subject()).contains("Resolved");
        assertThat(platform.count("message", "aggregate_id", ticket)).isEqualTo(3);
    }

    @Test
    void a_conflict_is_told_to_who_may_see_it_and_told_off_when_it_is_gone() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("MAINT_VIEW"));
        platform.member(tenant, "branch", List.of("MAINT_VIEW"), tenant.accountB());
        platform.member(tenant, "payables", List.of("BILLING_VIEW"));
        var conflict = Told.number("X-");
        var topic = "maintenance.conflict.v1";
        tell(tenant, topic, "maintenance.conflict.detected.v1", conflict, 0, Told.conflict(tenant, conflict, null));
        var mail = seen(MailServer.await(tenant.mail("noc"), "MAINT_CONFLICT"), "MAINT_CONFLICT");
        assertThat(mail.subject()).isEqualTo("Diverse services at risk together: Chicago uplinks");
        for (var body : List.of(mail.html(), mail.text())) {
            assertThat(body)
                    .contains("123456789, 123456790", "ET-1001", "ET-2002", "Thu Jun 11, 2026 05:00 – 09:00 GMT")
                    .contains(conflict, "http://localhost:8080/portal/gcrs/123456789");
        }
        var branch = seen(MailServer.await(tenant.mail("branch"), "MAINT_CONFLICT"), "MAINT_CONFLICT");
        assertThat(branch.html()).contains("ET-2002").doesNotContain("ET-1001");
        tell(tenant, topic, "maintenance.conflict.resolved.v1", conflict, 1, Told.conflict(tenant, conflict, "T-1"));
        var gone = MailServer.await(tenant.mail("noc"), "MAINT_CONFLICT_RESOLVED");
        assertThat(seen(gone, "MAINT_CONFLICT_RESOLVED").text()).contains("not at risk any more");
        assertThat(platform.states(conflict)).noneMatch(state -> state.contains("payables"));
    }

    @Test
    void the_answer_of_change_management_goes_to_who_asked_and_to_nobody_else() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("MAINT_VIEW"));
        var inquiry = Told.number("Q-");
        tell(tenant, "maintenance.inquiry.v1", "maintenance.inquiry.answered.v1", inquiry, 1, """
                {"inquiryNumber":"%s","gcrNumber":"123456789","serviceIds":null,"type":"REQUEST_RESCHEDULE",
                 "customerReference":"CHG-7","contact":{"name":"Nora","email":"%s","phone":null},
                 "text":"Can it be a week later?","state":"ANSWERED","answer":"Yes, a week later.",
                 "decision":"ACCEPTED","answeredBy":"Change Manager","at":"2026-06-02T12:00:00Z"}""".formatted(
                        inquiry, tenant.mail("nora")));
        var mail = seen(MailServer.await(tenant.mail("nora"), "MAINT_INQUIRY_ANSWERED"), "MAINT_INQUIRY_ANSWERED");
        assertThat(mail.subject())
                .isEqualTo("Your inquiry %s on Scheduled Maintenance #: 123456789 is accepted".formatted(inquiry));
        assertThat(mail.text()).contains("Yes, a week later.", "CHG-7", "Can it be a week later?");
        assertThat(platform.states(inquiry)).containsExactly(tenant.mail("nora") + " MAINT_INQUIRY_ANSWERED sent");
    }

    @Test
    void a_maintenance_notice_shows_each_reader_their_own_services_in_their_own_zone() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("MAINT_VIEW"));
        platform.member(tenant, "branch", List.of("MAINT_VIEW"), tenant.accountB());
        var gcr = Told.number("12345");
        var data = Told.maintenance(tenant, gcr, 1, "ESSENTIAL");
        tell(tenant, "maintenance.gcr.v1", "maintenance.gcr.scheduled.v1", gcr, 1, data);
        var mail = seen(MailServer.await(tenant.mail("noc"), "MAINT_SCHEDULED"), "MAINT_SCHEDULED");
        assertThat(mail.subject()).contains("Scheduled Maintenance", gcr);
        for (var body : List.of(mail.html(), mail.text())) {
            assertThat(body)
                    .contains("ESSENTIAL", gcr + "-1", "Denver, CO, US", "Vendor security fix")
                    .contains("Thu Jun 11, 2026 05:00 – 11:00 GMT", "Thu Jun 11, 2026 01:00 – 07:00 EDT")
                    .contains("Wed Jun 10, 2026 23:00 – Thu Jun 11, 2026 05:00 MDT")
                    .contains("ET-1001", "ET-2002", "Outage", "1 hour", "1 Gbit/s", "O-10000001")
                    .contains("This maintenance is scheduled.", "Network Change Management Team")
                    .contains("http://localhost:8080/portal/gcrs/" + gcr);
        }
        assertThat(mail.calendarType()).doesNotContainIgnoringCase("method");
        assertThat(mail.calendar())
                .contains("UID:" + gcr + "-1@control-center.example/" + tenant.enterprise(), "SEQUENCE:1")
                .contains("DTSTART:20260611T050000Z", "DTEND:20260611T110000Z", "X-MAINTNOTE-IMPACT:OUTAGE")
                .contains("X-MAINTNOTE-STATUS:CONFIRMED", "X-MAINTNOTE-OBJECT-ID:ET-1001")
                .doesNotContain("METHOD");
        var branch = MailServer.await(tenant.mail("branch"), "MAINT_SCHEDULED");
        assertThat(branch.html() + branch.calendar()).contains("ET-2002").doesNotContain("ET-1001");
    }

    @Test
    void the_log_is_open_to_administrators_for_their_enterprise_and_to_operations_for_all() {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        tell(tenant, "order.order.v1", "order.acknowledged.v1", order, 4, Told.acknowledged(tenant, order));
        await("told", () -> platform.states(order).equals(Set.of(tenant.mail("contact") + " ORDER_ACKNOWLEDGED sent")));
        var path = "/api/v1/messages?aggregateId=" + order;
        var admin = tenant.member("admin", "NOTIFY_ADMIN");
        var line = json(api.get(admin, path + "&kind=ORDER_ACKNOWLEDGED&state=sent")
                .expectStatus()
                .isOk());
        assertThat(line.at("/items/0/recipient").asString()).isEqualTo(tenant.mail("contact"));
        assertThat(line.at("/items/0/templateVersion").asInt()).isEqualTo(1);
        var other = platform.tenant();
        assertThat(json(api.get(other.member("admin", "NOTIFY_ADMIN"), path)).path("items"))
                .isEmpty();
        assertThat(json(api.get(admin.onlyAccounts(tenant.accountB()), path)).path("items"))
                .isEmpty();
        var all =
                json(api.get(Tokens.provider("OPERATIONS"), path).expectStatus().isOk());
        assertThat(all.path("items").size()).isEqualTo(1);
        assertThat(json(api.get(admin, "/api/v1/notification-types"))
                        .path("items")
                        .size())
                .isEqualTo((int) Arrays.stream(Kind.values())
                        .filter(kind -> kind.category().canBeSet())
                        .count());
    }
}
