package io.controlcenter.billing.invoicing.application;

import static io.controlcenter.billing.BillingPlatform.accepted;
import static io.controlcenter.billing.BillingPlatform.orderNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A bill run that is killed, and two at once: the same invoices, each once, numbered without a gap. */
@BillingServiceTest
class BillRunIT {

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private RunningBills bills;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    /** Accounts of one cycle day, each with one service. */
    private List<String> accounts(BillingPlatform.Tenant tenant, int cycleDay, int count) {
        var accounts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var account = platform.account(tenant, Map.of("billCycleDay", cycleDay));
            platform.accept(tenant, accepted(orderNumber(), account, "2026-06-05", "100.00", "10.00"));
            accounts.add(account);
        }
        Awaitility.await("services of " + tenant.enterprise())
                .atMost(Duration.ofSeconds(60))
                .until(() -> seeing(() -> db.sql("select count(*) from rated_service where enterprise_id = :id")
                                .param("id", tenant.enterprise())
                                .query(Long.class)
                                .single())
                        == count);
        return accounts;
    }

    private <T> T seeing(Supplier<T> question) {
        return TenantScope.call(TenantScope.ALL, () -> transaction.execute(_ -> question.get()));
    }

    private int step(Instant now) {
        return TenantScope.call(TenantScope.ALL, () -> bills.doDue(now, 2));
    }

    private void finish(Instant now) {
        while (step(now) > 0) {
            // until nothing is due
        }
    }

    private void assertBilledOnce(BillingPlatform.Tenant tenant, List<String> accounts) {
        for (var account : accounts) {
            var invoices = platform.invoices(tenant, account);
            assertThat(invoices).as(account).hasSize(1);
            var number = invoices.getFirst().path("invoiceNumber").asString();
            events.await("billing.invoice.issued.v1", number);
            assertThat(events.of(number)).as("told once").hasSize(1);
            assertThat(platform.lines(tenant, invoices.getFirst()))
                    .extracting((JsonNode line) -> line.path("type").asString())
                    .containsExactly("PARTIAL", "RECURRING", "NON_RECURRING");
        }
        assertThat(seeing(() -> db.sql("""
                                select (select count(*) from invoice where reference like 'INV-2026-%')
                                  = (select last from invoice_counter where year = 2026)""").query(Boolean.class).single()))
                .as("no gap in the numbers")
                .isTrue();
    }

    @Test
    void a_run_that_is_killed_in_the_middle_goes_on_where_it_was() {
        var tenant = platform.tenant();
        var accounts = accounts(tenant, 17, 5);
        var now = Instant.parse("2026-06-17T15:00:00Z");
        clock.set(now);
        assertThat(step(now)).isEqualTo(2);
        assertThatThrownBy(() -> TenantScope.run(
                        TenantScope.ALL,
                        () -> transaction.executeWithoutResult(_ -> {
                            assertThat(bills.doDue(now, 2)).isEqualTo(2);
                            db.sql("select pg_terminate_backend(pg_backend_pid())")
                                    .query(Boolean.class)
                                    .single();
                        })))
                .isNotNull();
        assertThat(progress("2026-06-17")).isEqualTo("RUNNING 2 of 5");
        finish(now);
        assertThat(progress("2026-06-17")).isEqualTo("COMPLETED 5 of 5");
        assertBilledOnce(tenant, accounts);
    }

    @Test
    void a_run_that_is_killed_at_ten_moments_ends_with_the_invoices_of_one_that_was_not() {
        var tenant = platform.tenant();
        var accounts = accounts(tenant, 19, 14);
        var now = Instant.parse("2026-06-19T15:00:00Z");
        clock.set(now);
        var unkilled = TenantScope.call(TenantScope.ALL, () -> bills.tryOut(java.time.LocalDate.parse("2026-06-19")));
        assertThat(unkilled.invoices()).isEqualTo(14);
        var expected =
                accounts.stream().map(account -> preview(tenant, account)).toList();
        var random = new Random(20_260_619);
        for (int kill = 0; kill < 10; kill++) {
            var chunk = 1 + random.nextInt(4);
            if (!killedWithin(now, chunk, 1 + random.nextInt(12))) {
                killed(now, chunk);
            }
            if (random.nextBoolean()) {
                step(now);
            }
        }
        finish(now);
        assertBilledOnce(tenant, accounts);
        assertThat(accounts.stream()
                        .map(account -> platform.invoices(tenant, account).getFirst())
                        .map(invoice -> platform.lines(tenant, invoice).stream()
                                .map(BillRunIT::said)
                                .toList()))
                .as("to the line what was to be expected")
                .containsExactlyElementsOf(expected);
        assertThat(seeing(() -> db.sql("""
                                select invoices || ' ' || lines from bill_run
                                where cycle_date = '2026-06-19' and kind = 'SCHEDULED'""").query(String.class).single()))
                .isEqualTo(unkilled.invoices() + " " + unkilled.lines());
    }

    /** What the next invoice of an account says, before anybody makes it. */
    private List<String> preview(BillingPlatform.Tenant tenant, String account) {
        var answer = BillingPlatform.json(
                api.post(tenant.viewer(), "/api/v1/invoices/preview", Map.of("accountId", account)));
        return answer.path("lines").values().stream().map(BillRunIT::said).toList();
    }

    private static String said(JsonNode line) {
        return "%s %s %s %s"
                .formatted(
                        line.path("type").asString(),
                        line.path("description").asString(),
                        line.path("coverage"),
                        line.path("netAmount"));
    }

    /** The connection dies wherever its chunk is after so long; not when the chunk was quicker. */
    private boolean killedWithin(Instant now, int chunk, int milliseconds) {
        try {
            TenantScope.run(
                    TenantScope.ALL,
                    () -> transaction.executeWithoutResult(_ -> {
                        db.sql("set local transaction_timeout = " + milliseconds)
                                .update();
                        bills.doDue(now, chunk);
                    }));
            return false;
        } catch (DataAccessException | TransactionException _) {
            return true;
        }
    }

    /** The connection dies after the work of a chunk, before its commit. */
    private void killed(Instant now, int chunk) {
        assertThatThrownBy(() -> TenantScope.run(
                        TenantScope.ALL,
                        () -> transaction.executeWithoutResult(_ -> {
                            bills.doDue(now, chunk);
                            db.sql("select pg_terminate_backend(pg_backend_pid())")
                                    .query(Boolean.class)
                                    .single();
                        })))
                .isNotNull();
    }

    private String progress(String cycleDate) {
        return seeing(
                () -> db.sql("""
                        select state || ' ' || accounts_done || ' of ' || accounts_total from bill_run
                        where cycle_date = cast(:date as date) and kind = 'SCHEDULED'""").param("date", cycleDate).query(String.class).single());
    }

    @Test
    void two_runs_at_once_bill_each_account_once() {
        var tenant = platform.tenant();
        var accounts = accounts(tenant, 18, 9);
        var now = Instant.parse("2026-06-18T15:00:00Z");
        clock.set(now);
        platform.run("2026-06-18").expectStatus().isCreated();
        var both =
                List.of(CompletableFuture.runAsync(() -> finish(now)), CompletableFuture.runAsync(() -> finish(now)));
        both.forEach(CompletableFuture::join);
        finish(now);
        assertBilledOnce(tenant, accounts);
    }

    @Test
    void usage_is_billed_once_however_often_the_run_is_killed_and_what_comes_meanwhile_is_not_lost() {
        var tenant = platform.tenant();
        var accounts = accounts(tenant, 16, 4);
        var type = "KILLED_" + tenant.enterprise().replace("-", "_");
        api.post(
                        BillingPlatform.OPERATIONS,
                        "/api/v1/usage-types",
                        Map.of("usageType", type, "name", "Calls", "unit", "EACH"))
                .expectStatus()
                .isCreated();
        var now = Instant.parse("2026-06-16T15:00:00Z");
        clock.set(now);
        var services = seeing(() -> db.sql("select service_id from rated_service where enterprise_id = :id")
                .param("id", tenant.enterprise())
                .query(String.class)
                .list());
        var told = 0;
        var random = new Random(20_260_616);
        for (int kill = 0; kill < 10; kill++) {
            for (var service : services) {
                use(service, type, ++told);
            }
            if (!killedWithin(now, 2, 1 + random.nextInt(12))) {
                killed(now, 1 + random.nextInt(3));
            }
        }
        finish(now);
        clock.set(Instant.parse("2026-07-16T15:00:00Z"));
        finish(Instant.parse("2026-07-16T15:00:00Z"));
        var lines = accounts.stream()
                .flatMap(account -> platform.invoices(tenant, account).stream())
                .flatMap(invoice -> platform.lines(tenant, invoice).stream())
                .filter(line -> line.path("type").asString().equals("USAGE"))
                .toList();
        assertThat(lines.stream()
                        .mapToInt(line -> line.path("quantity").asInt())
                        .sum())
                .isEqualTo(told);
        assertThat(lines.stream()
                        .mapToInt(line -> line.at("/usageRecords/count").asInt())
                        .sum())
                .isEqualTo(told);
        assertThat(platform.number(tenant, """
                        select count(*) from invoice_usage l where records <> (select count(*) from usage_record u
                          where u.invoice_id = l.invoice_id and u.line_number = l.line_number)"""))
                .as("each line has the records that it says")
                .isZero();
    }

    private void use(String service, String type, int number) {
        api.post(
                        BillingPlatform.COORDINATOR,
                        "/api/v1/usage-records",
                        Map.of(
                                "source",
                                "kills",
                                "usageId",
                                type + number,
                                "usageType",
                                type,
                                "serviceId",
                                service,
                                "period",
                                Map.of("start", "2026-06-10T10:00:00Z", "end", "2026-06-10T10:00:00Z"),
                                "quantity",
                                "1",
                                "unit",
                                "EACH",
                                "ratedAmount",
                                Map.of("amount", "0.5", "currency", "USD")))
                .expectStatus()
                .isCreated();
    }
}
