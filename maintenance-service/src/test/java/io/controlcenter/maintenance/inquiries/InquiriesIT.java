package io.controlcenter.maintenance.inquiries;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static io.controlcenter.maintenance.MaintenancePlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenancePlatform.Tenant;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A question about a GCR, from the asking to the closing. */
@MaintenanceServiceTest
class InquiriesIT {

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private RestTestClient.ResponseSpec ask(Tenant tenant, String gcr, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "type",
                "REQUEST_RESCHEDULE",
                "customerReference",
                "CHG-7",
                "contact",
                Map.of("name", "Noc", "email", "noc@acme.example"),
                "text",
                "Quarter's end; can it be a week later?"));
        body.putAll(more);
        return api.post(tenant.noc(), "/api/v1/gcrs/" + gcr + "/inquiries", body);
    }

    @Test
    void a_request_for_another_time_is_asked_decided_and_closed() {
        var tenant = platform.tenant();
        var gcr = platform.scheduled(tenant);
        var asked = json(ask(tenant, gcr, Map.of("serviceIds", List.of(tenant.serviceA())))
                .expectStatus()
                .isCreated());
        var number = asked.path("inquiryNumber").asString();
        var path = "/api/v1/inquiries/" + number;
        var created = events.await("maintenance.inquiry.created.v1", number);
        assertThat(created.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(json(api.get(CHANGE, "/api/v1/inquiries?state=OPEN&gcrNumber=" + gcr))
                        .path("items")
                        .findValuesAsString("inquiryNumber"))
                .containsExactly(number);
        api.post(tenant.noc(), path + "/close").expectStatus().isEqualTo(409);
        assertThat(json(api.post(CHANGE, path + "/answer", Map.of("text", "We look into it."))
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/decision");
        api.post(CHANGE, path + "/answer", Map.of("text", "Yes, a week later.", "decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        var answered = events.await("maintenance.inquiry.answered.v1", number);
        assertThat(answered.data().path("decision").asString()).isEqualTo("ACCEPTED");
        assertThat(json(api.get(tenant.noc(), path)).at("/answer/text").asString())
                .isEqualTo("Yes, a week later.");
        assertThat(text(api.post(tenant.noc(), path + "/close").expectStatus().isOk(), "state"))
                .isEqualTo("CLOSED");
        assertThat(json(api.post(CHANGE, path + "/answer", Map.of("text", "More.", "decision", "DECLINED"))
                                .expectStatus()
                                .isEqualTo(409))
                        .path("state")
                        .asString())
                .isEqualTo("CLOSED");
    }

    @Test
    void an_inquiry_is_seen_by_its_enterprise_and_those_of_its_accounts() {
        var one = platform.tenant();
        var other = platform.tenant();
        var gcr = platform.scheduled(one, other);
        var number = text(ask(one, gcr, Map.of("serviceIds", List.of(one.serviceA()))), "inquiryNumber");
        var path = "/api/v1/inquiries/" + number;
        api.get(one.noc().onlyAccounts(one.accountA()), path).expectStatus().isOk();
        api.get(one.noc().onlyAccounts(one.enterprise() + "-B"), path)
                .expectStatus()
                .isNotFound();
        api.get(other.noc(), path).expectStatus().isNotFound();
        api.post(other.noc(), path + "/close").expectStatus().isNotFound();
        assertThat(json(api.get(other.noc(), "/api/v1/inquiries")).path("items").size())
                .isZero();
        assertThat(json(ask(one, gcr, Map.of("serviceIds", List.of(one.serviceA(), other.serviceA())))
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/serviceIds/1");
        ask(platform.tenant(), gcr, Map.of()).expectStatus().isNotFound();
        assertThat(json(api.get(one.noc(), "/api/v1/inquiries")).path("items").size())
                .isEqualTo(1);
    }

    @Test
    void of_what_is_over_for_a_month_nobody_is_asked() {
        var tenant = platform.tenant();
        var gcr = platform.scheduled(tenant);
        platform.act(gcr, "cancel").expectStatus().isOk();
        clock.advance(Duration.ofDays(30));
        ask(tenant, gcr, Map.of()).expectStatus().isCreated();
        clock.advance(Duration.ofSeconds(1));
        assertThat(text(ask(tenant, gcr, Map.of()).expectStatus().isEqualTo(409), "code"))
                .isEqualTo("gcr-closed");
    }

    @Test
    void the_time_to_answer_is_seen_and_told_as_it_runs_out() {
        var tenant = platform.tenant();
        var gcr = platform.scheduled(tenant);
        var number = text(ask(tenant, gcr, Map.of()).expectStatus().isCreated(), "inquiryNumber");
        var answered = text(ask(tenant, gcr, Map.of()).expectStatus().isCreated(), "inquiryNumber");
        var path = "/api/v1/inquiries/" + number;
        clock.advance(Duration.ofHours(6));
        var running = json(api.get(tenant.noc(), path)).path("clock");
        assertThat(running.path("dueAt").asString())
                .isEqualTo(clock.now().plus(Duration.ofHours(18)).toString());
        assertThat(running.path("remaining").asString()).isEqualTo("PT18H");
        assertThat(running.path("percent").asInt()).isEqualTo(25);
        api.post(CHANGE, "/api/v1/inquiries/" + answered + "/answer", Map.of("text", "Yes.", "decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofHours(12));
        dueWork.runAll();
        dueWork.runAll();
        assertThat(events.await("maintenance.inquiry.at-risk.v1", number)
                        .data()
                        .path("percent")
                        .asInt())
                .isEqualTo(75);
        clock.advance(Duration.ofHours(7));
        dueWork.runAll();
        var breached = events.await("maintenance.inquiry.breached.v1", number);
        assertThat(breached.data().path("percent").asInt()).isEqualTo(100);
        assertThat(events.of(number)).hasSize(3);
        assertThat(events.of(answered)).hasSize(2);
        var over = json(api.get(tenant.noc(), path)).path("clock");
        assertThat(over.path("breached").asBoolean()).isTrue();
        assertThat(over.path("remaining").asString()).isEqualTo("PT0S");
        assertThat(json(api.get(tenant.noc(), "/api/v1/inquiries/" + answered))
                        .at("/clock/percent")
                        .asInt())
                .isEqualTo(25);
    }
}
