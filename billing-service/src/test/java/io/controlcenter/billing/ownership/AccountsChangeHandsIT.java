package io.controlcenter.billing.ownership;

import static io.controlcenter.billing.BillingPlatform.items;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingPlatform.Tenant;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.billing.RequestPlatform;
import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An account goes to another enterprise with all that hangs on it; the old one sees nothing of it any more. */
@BillingServiceTest
class AccountsChangeHandsIT {

    private static final String TOPIC = "identity.account.v1";

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private RequestPlatform requests;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ReadingAccounts accounts;

    @Autowired
    private Ledger ledger;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private void added(String account, Tenant to, long version) {
        events.send(TOPIC, "identity.account.added.v1", account, to.enterprise(), version, """
                {"accountId":"%s","enterpriseId":"%s","customerNumber":"%s","name":"Acme Chicago","segment":"ENTERPRISE",
                 "timeZone":"America/Chicago","currency":"USD","status":"ACTIVE"}""".formatted(
                        account, to.enterprise(), to.customerNumber()));
    }

    private UUID moved(String account, Tenant to, long version) {
        return events.send(TOPIC, "identity.account.moved.v1", account, to.enterprise(), version, """
                {"accountId":"%s","fromEnterpriseId":"ENT-0","toEnterpriseId":"%s","at":"2026-07-01T17:00:00Z"}""".formatted(
                        account, to.enterprise()));
    }

    /** As identity tells it. */
    private void move(String account, Tenant to, long version) {
        added(account, to, version);
        moved(account, to, version);
        awaitOwner(account, to, version);
    }

    private void awaitOwner(String account, Tenant owner, long version) {
        Awaitility.await(account + " of " + owner)
                .atMost(Duration.ofSeconds(60))
                .until(() -> platform.number(owner, """
                                select count(*) from billing_account where account_id = '%s' and owner_version = %d
                                  and customer_number = '%s'""".formatted(account, version, owner.customerNumber())) == 1);
    }

    private <T> T all(Supplier<T> work) {
        return TenantScope.call(TenantScope.ALL, () -> transaction.execute(_ -> work.get()));
    }

    /** Whose the rows of an account are, by table; rows of no other one are there. */
    private List<String> owners(String account) {
        return all(() -> db.sql("""
                        select t.relname from pg_class t
                          join pg_attribute a on a.attrelid = t.oid and a.attname = 'account_id'
                          join pg_attribute e on e.attrelid = t.oid and e.attname = 'enterprise_id'
                        where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname <> 'outbox_event'
                        order by 1""").query(String.class).list().stream()
                .flatMap(table -> db
                        .sql("select distinct enterprise_id from %s where account_id = :account".formatted(table))
                        .param("account", account)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(enterprise -> table + " " + enterprise))
                .toList());
    }

    private static String table(String owner) {
        return owner.substring(0, owner.indexOf(' '));
    }

    private String busy(Debtor debtor) {
        money.cheque(debtor, "100.00", "31").expectStatus().isCreated();
        var line = platform.lines(debtor.tenant(), money.invoice(debtor))
                .getFirst()
                .path("lineId")
                .asString();
        api.post(
                        debtor.coordinator(),
                        "/api/v1/credit-notes",
                        Map.of(
                                "accountId", debtor.account(),
                                "invoiceNumber", debtor.invoice(),
                                "reason", "GOODWILL",
                                "amount", dollars("5.00"),
                                "description", "Sorry"),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated();
        var request =
                json(requests.dispute(debtor, line, "10.00").expectStatus().isCreated());
        api.as(debtor.payer())
                .post()
                .uri(request.path("href").asString() + "/attachments?name=note.txt")
                .contentType(MediaType.TEXT_PLAIN)
                .body("see here")
                .exchange()
                .expectStatus()
                .isCreated();
        var method = money.method(debtor, "tok_ok");
        platform.put(
                        debtor.payer(),
                        "/api/v1/billing-accounts/" + debtor.account() + "/autopay",
                        Map.of("methodId", method))
                .expectStatus()
                .is2xxSuccessful();
        return request.path("href").asString();
    }

    @Test
    void all_of_it_belongs_to_the_new_enterprise_and_nothing_to_the_old_one() {
        var debtor = money.debtor();
        var request = busy(debtor);
        money.moveTo(Instant.parse("2026-09-01T17:00:00Z"));
        var before = owners(debtor.account());
        assertThat(before)
                .allMatch(one -> one.endsWith(" " + debtor.tenant().enterprise()))
                .extracting(one -> table(one))
                .contains(
                        "account_cycle",
                        "account_proration_policy",
                        "account_standing",
                        "attachment",
                        "autopay",
                        "billing_account",
                        "billing_request",
                        "billing_request_entry",
                        "collection",
                        "credit_note",
                        "credit_note_line",
                        "dispute_line",
                        "fund",
                        "fund_application",
                        "invoice",
                        "invoice_line",
                        "invoice_line_state",
                        "one_time_charge",
                        "payment",
                        "payment_method",
                        "price_set",
                        "rated_service",
                        "recurring_charge",
                        "statement_entry");
        var owed = money.balance(debtor);
        var to = platform.tenant();
        move(debtor.account(), to, 7);

        assertThat(owners(debtor.account()))
                .containsExactlyElementsOf(before.stream()
                        .map(one -> table(one) + " " + to.enterprise())
                        .toList());
        var there = new Debtor(to, debtor.account(), debtor.invoice());
        assertThat(money.balance(there)).isEqualTo(owed);
        for (var path : List.of(
                "/api/v1/billing-accounts/" + debtor.account(),
                "/api/v1/invoices/" + debtor.invoice(),
                "/api/v1/invoices/" + debtor.invoice() + "/lines/1",
                request)) {
            api.get(there.payer(), path).expectStatus().isOk();
            api.get(debtor.payer(), path).expectStatus().isNotFound();
        }
        for (var path : List.of(
                "billing-accounts",
                "invoices",
                "payments",
                "credit-notes",
                "billing-requests",
                "rated-services",
                "dispute-lines")) {
            assertThat(items(api.get(there.payer(), "/api/v1/" + path)))
                    .as(path)
                    .isNotEmpty();
            assertThat(items(api.get(debtor.payer(), "/api/v1/" + path)))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void what_happens_afterwards_happens_under_the_new_enterprise() {
        var debtor = money.debtor();
        var to = platform.tenant();
        move(debtor.account(), to, 7);
        var told = events.await("billing.account.updated.v1", debtor.account());
        assertThat(told.enterpriseId()).isEqualTo(to.enterprise());
        assertThat(told.data().path("enterpriseId").asString()).isEqualTo(to.enterprise());

        var there = new Debtor(to, debtor.account(), debtor.invoice());
        money.cheque(debtor, "50.00", "41").expectStatus().isEqualTo(422);
        var payment = json(money.cheque(there, "2050.00", "41").expectStatus().isCreated());
        assertThat(events.await(
                                "billing.payment.posted.v1",
                                payment.path("paymentId").asString())
                        .enterpriseId())
                .isEqualTo(to.enterprise());
        assertThat(events.await("billing.invoice.settled.v1", debtor.invoice()).enterpriseId())
                .isEqualTo(to.enterprise());

        var late = BillingPlatform.orderNumber();
        platform.accept(
                debtor.tenant(), BillingPlatform.accepted(late, debtor.account(), "2026-07-01", "10.00", "1.00"));
        platform.awaitService(to, late);
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        var august = platform.invoices(to, debtor.account()).getLast();
        assertThat(august.at("/totals/currentCharges/amount").asString())
                .as("a service of an order that the old enterprise placed is on it")
                .isEqualTo("1021.00");
        assertThat(events.await(
                                "billing.invoice.issued.v1",
                                august.path("invoiceNumber").asString())
                        .enterpriseId())
                .isEqualTo(to.enterprise());
        assertThat(owners(debtor.account())).allMatch(one -> one.endsWith(" " + to.enterprise()));
    }

    @Test
    void a_credit_hold_is_told_to_whom_the_account_came() {
        var debtor = money.debtor();
        money.moveTo(Instant.parse("2026-09-20T17:00:00Z"));
        events.await("billing.account.credit-hold-set.v1", debtor.account());
        var to = platform.tenant();
        move(debtor.account(), to, 7);
        var again = events.await(
                event -> event.type().equals("billing.account.credit-hold-set.v1")
                        && event.key().equals(debtor.account())
                        && to.enterprise().equals(event.enterpriseId()),
                "the hold, told to the new enterprise");
        assertThat(again.data().path("enterpriseId").asString()).isEqualTo(to.enterprise());
    }

    @Test
    void events_that_come_twice_late_or_broken_change_nothing() {
        var debtor = money.debtor();
        var to = platform.tenant();
        var last = platform.tenant();
        moved("A-9999999", to, 3);
        events.send(TOPIC, "identity.account.moved.v1", debtor.account(), to.enterprise(), 4, "{\"accountId\":1");
        events.send(TOPIC, "identity.account.moved.v1", debtor.account(), to.enterprise(), 5, """
                {"accountId":"%s","fromEnterpriseId":"ENT-0","toEnterpriseId":"*","at":"2026-07-01T17:00:00Z"}""".formatted(
                        debtor.account()));
        moved(debtor.account(), last, 9);
        added(debtor.account(), last, 9);
        awaitOwner(debtor.account(), last, 9);
        var version = version(debtor.account());
        added(debtor.account(), debtor.tenant(), 6);
        moved(debtor.account(), to, 8);
        added(debtor.account(), last, 9);
        moved(debtor.account(), last, 9);
        var id = moved(debtor.account(), last, 10);
        events.send(id, TOPIC, "identity.account.moved.v1", debtor.account(), last.enterprise(), 11, "{}");
        awaitOwner(debtor.account(), last, 10);
        assertThat(owners(debtor.account())).allMatch(one -> one.endsWith(" " + last.enterprise()));
        assertThat(version(debtor.account())).isEqualTo(version);
        assertThat(events.of(debtor.account()).stream()
                        .filter(event -> event.type().equals("billing.account.updated.v1")))
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(event -> last.enterprise().equals(event.enterpriseId()));
        move(debtor.account(), debtor.tenant(), 12);
        api.get(debtor.payer(), "/api/v1/invoices/" + debtor.invoice())
                .expectStatus()
                .isOk();
    }

    private long version(String account) {
        return all(() -> accounts.find(account).orElseThrow().version());
    }

    @Test
    void a_bill_run_and_a_move_at_one_moment_leave_nothing_behind() {
        clock.set(Instant.parse("2026-06-22T15:00:00Z"));
        var from = platform.tenant();
        var to = platform.tenant();
        var moving = List.of(platform.account(from), platform.account(from), platform.account(from));
        moving.forEach(account -> platform.service(from, account, "2026-06-22"));
        clock.set(MoneyPlatform.JULY_1);
        var running = CompletableFuture.runAsync(dueWork::runAll);
        for (var account : moving) {
            added(account, to, 7);
            moved(account, to, 7);
        }
        running.join();
        moving.forEach(account -> awaitOwner(account, to, 7));
        dueWork.runAll();
        for (var account : moving) {
            assertThat(platform.invoices(to, account)).hasSize(1);
            assertThat(owners(account)).allMatch(one -> one.endsWith(" " + to.enterprise()));
        }
    }

    @Test
    void money_of_an_account_that_changed_hands_is_moved_by_nobody_who_did_not_notice() {
        var debtor = money.debtor();
        var read = all(() -> accounts.find(debtor.account()).orElseThrow());
        move(debtor.account(), platform.tenant(), 7);
        assertThatThrownBy(() -> all(() -> ledger.lock(read))).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void the_service_cannot_give_an_issued_invoice_away_by_itself() {
        var debtor = money.debtor();
        assertThatThrownBy(
                        () -> all(() -> db.sql("update invoice set enterprise_id = 'ENT-0' where reference = :number")
                                .param("number", debtor.invoice())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("is handed over as it is");
        assertThatThrownBy(() ->
                        all(() -> db.sql("update invoice_line set enterprise_id = 'ENT-0' where account_id = :account")
                                .param("account", debtor.account())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }
}
