package io.controlcenter.notification.messages;

import static io.controlcenter.notification.NotificationPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.MailServer;
import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.notification.Told;
import io.controlcenter.platform.test.Events;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What repair tells beyond a ticket's own course. */
@NotificationServiceTest
class RepairNotificationsIT {

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Events events;

    private void tell(Tenant tenant, String topic, String type, String key, long version, String data) {
        events.send(topic, type, key, tenant.enterprise(), version, data);
    }

    @Test
    void a_question_is_told_once_although_the_status_changes_with_it() throws Exception {
        var tenant = platform.tenant();
        var ticket = Told.number("T-");
        var topic = "repair.ticket.v1";
        tell(tenant, topic, "repair.ticket.state-changed.v1", ticket, 4, Told.ticket(tenant, ticket, "pending"));
        tell(tenant, topic, "repair.ticket.information-required.v1", ticket, 4, """
                {"ticketNumber":"%s","accountId":"%s","serviceId":"S-10000001","question":"Who lets our crew in?",
                 "technician":{"userId":"u-2","name":"Theo Tech","phone":"+1 555 0200","email":"tech@provider.example"},
                 "contacts":[{"role":"REPORTER","name":"Ned Noc","email":"%s","phone":null}],
                 "at":"2026-06-02T12:00:00Z"}""".formatted(
                        ticket, tenant.accountA(), tenant.mail("noc")));
        var mail = MailServer.await(tenant.mail("noc"), "TICKET_INFO_REQUIRED");
        assertThat(mail.subject()).isEqualTo("Repair ticket %s waits for you".formatted(ticket));
        assertThat(mail.text()).contains("Who lets our crew in?", "Theo Tech", "/portal/tickets/" + ticket);
        assertThat(platform.states(ticket)).containsExactly(tenant.mail("noc") + " TICKET_INFO_REQUIRED sent");
    }

    @Test
    void who_wrote_a_note_is_not_told_of_it() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("REPAIR_VIEW"));
        platform.member(tenant, "colleague", List.of("REPAIR_VIEW"));
        var ticket = Told.number("T-");
        var note = Told.note(tenant, ticket, false)
                .replace("\"authorId\":\"u-2\"", "\"authorId\":\"" + tenant.user("noc") + "\"");
        tell(tenant, "repair.ticket.v1", "repair.ticket.note-added.v1", ticket, 3, note);
        MailServer.await(tenant.mail("colleague"), "TICKET_UPDATED");
        await(
                "told",
                () -> platform.states(ticket)
                        .equals(Set.of(
                                tenant.mail("colleague") + " TICKET_UPDATED sent",
                                tenant.user("colleague") + " TICKET_UPDATED delivered")));
    }

    @Test
    void an_incident_is_told_to_those_who_may_see_its_services_from_beginning_to_end() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("REPAIR_VIEW"), tenant.accountA());
        platform.member(tenant, "elsewhere", List.of("REPAIR_VIEW"), tenant.accountB());
        var incident = Told.number("I-");
        var version = 1;
        for (var what : List.of("declared", "updated", "closed")) {
            tell(tenant, "repair.incident.v1", "repair.incident." + what + ".v1", incident, version++, """
                    {"incidentNumber":"%s","title":"Fiber cut","description":"It is %s.","state":"created",
                     "serviceIds":["S-10000001"],"accountIds":["%s"],"startedAt":"2026-06-01T14:40:00Z",
                     "expectedEnd":null,"at":"2026-06-01T15:00:00Z"}""".formatted(
                            incident, what, tenant.accountA()));
        }
        for (var kind : List.of("INCIDENT_DECLARED", "INCIDENT_UPDATED", "INCIDENT_CLOSED")) {
            assertThat(MailServer.await(tenant.mail("noc"), kind).subject()).startsWith("Incident " + incident);
        }
        assertThat(platform.count("message", "aggregate_id", incident))
                .as("three times by mail and in the portal, to one of the two")
                .isEqualTo(6);
    }

    @Test
    void what_is_heard_twice_is_told_once_and_what_cannot_be_read_holds_nothing_back() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("REPAIR_VIEW"));
        var incident = Told.number("I-");
        var topic = "repair.incident.v1";
        tell(tenant, topic, "repair.incident.declared.v1", incident, 1, "not JSON");
        tell(tenant, topic, "repair.incident.declared.v1", incident, 1, "{\"incidentNumber\":\"x\"}");
        var id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            events.send(
                    id,
                    topic,
                    "repair.incident.declared.v1",
                    incident,
                    tenant.enterprise(),
                    1,
                    declared(tenant, incident));
        }
        tell(tenant, topic, "repair.incident.declared.v1", incident, 1, declared(tenant, incident));
        MailServer.await(tenant.mail("noc"), "INCIDENT_DECLARED");
        await(
                "told once",
                () -> platform.states(incident)
                        .equals(Set.of(
                                tenant.mail("noc") + " INCIDENT_DECLARED sent",
                                tenant.user("noc") + " INCIDENT_DECLARED delivered")));
        assertThat(MailServer.mails(tenant.mail("noc"), "INCIDENT_DECLARED")).hasSize(1);
    }

    private static String declared(Tenant tenant, String incident) {
        return """
                {"incidentNumber":"%s","title":"Fiber cut","description":"A crew is on its way.","state":"created",
                 "serviceIds":["S-10000001"],"accountIds":["%s"],"startedAt":"2026-06-01T14:40:00Z",
                 "expectedEnd":null,"at":"2026-06-01T15:00:00Z"}""".formatted(incident, tenant.accountA());
    }

    @Test
    void reasons_and_chronic_trouble_are_told() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "noc", List.of("REPAIR_VIEW"));
        var rfo = Told.number("RFO-");
        tell(tenant, "repair.rfo.v1", "repair.rfo.delivered.v1", rfo, 3, """
                {"rfoNumber":"%s","ticketNumber":"T-1","accountId":"%s","serviceId":"S-10000001",
                 "contacts":[{"name":"Au Ditor","email":"%s","phone":null}],"documentPath":"/x",
                 "at":"2026-06-04T12:00:00Z"}""".formatted(
                        rfo, tenant.accountA(), tenant.mail("auditor")));
        assertThat(MailServer.await(tenant.mail("auditor"), "RFO_DELIVERED").text())
                .contains(rfo, "T-1");
        var chronic = Told.number("T-");
        tell(tenant, "repair.chronic.v1", "repair.chronic.detected.v1", chronic, 1, """
                {"accountId":"%s","scope":"CIRCUIT","serviceId":"S-10000001","circuitId":"ET-1","site":null,
                 "ticketNumbers":["T-1","T-2","T-3"],"chronicTicket":"%s","at":"2026-06-20T12:00:00Z"}""".formatted(
                        tenant.accountA(), chronic));
        assertThat(MailServer.await(tenant.mail("noc"), "CHRONIC_DETECTED").subject())
                .isEqualTo("Trouble comes back at circuit ET-1");
    }
}
