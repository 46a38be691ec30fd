package io.controlcenter.billing.invoicing;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bill runs that somebody asks for. */
@BillingServiceTest
class BillRunRequestsIT {

    private static final Instant JUNE_20 = Instant.parse("2026-06-20T15:00:00Z");

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void a_requested_run_bills_each_account_once_and_shows_its_progress() {
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("billCycleDay", 20));
        platform.service(tenant, account, "2026-06-05");
        clock.set(JUNE_20);
        var tried = json(api.post(OPERATIONS, "/api/v1/bill-runs?dryRun=true", Map.of("cycleDate", "2026-06-20"), "try")
                .expectStatus()
                .isOk());
        assertThat(tried.at("/progress/invoices").asInt()).isPositive();
        assertThat(platform.invoices(tenant, account))
                .as("a dry run writes nothing")
                .isEmpty();
        var run = json(platform.run("2026-06-20").expectStatus().isCreated());
        platform.run("2026-06-20").expectStatus().isCreated();
        dueWork.runAll();
        var done = json(
                api.get(OPERATIONS, run.path("href").asString()).expectStatus().isOk());
        assertThat(done.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(done.at("/progress/accountsDone").asInt())
                .isEqualTo(done.at("/progress/accountsTotal").asInt());
        assertThat(platform.invoices(tenant, account)).hasSize(1);
        assertThat(BillingPlatform.items(api.get(COORDINATOR, "/api/v1/bill-runs?cycleDate=2026-06-20")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_run_wants_a_key_and_a_day_that_has_begun() {
        api.post(OPERATIONS, "/api/v1/bill-runs", Map.of("cycleDate", "2026-06-01"))
                .expectStatus()
                .isBadRequest();
        var early = platform.run("2026-06-03").expectStatus().isEqualTo(422);
        assertThat(json(early).at("/errors/0/pointer").asString()).isEqualTo("/cycleDate");
        api.get(OPERATIONS, "/api/v1/bill-runs/BR-0").expectStatus().isNotFound();
    }
}
