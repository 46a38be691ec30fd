package io.controlcenter.deploy.bench;

import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.LocalPlatform;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A bill run over many accounts with five services each, by the running service, outbox included; and beside it how long
 * {@code COPY} alone takes for the same rows, into tables of the same shape and indexes.
 */
final class BillRunSpeed {

    private static final int ACCOUNTS = 100_000;
    private static final List<String> TABLES = List.of("invoice", "invoice_line", "outbox_event");

    private final Ports ports;
    private final Secrets secrets;
    private final Figures figures;
    private final LocalPlatform platform;
    private final Path data;

    BillRunSpeed(Ports ports, Secrets secrets, Figures figures, LocalPlatform platform, Path data) {
        this.ports = ports;
        this.secrets = secrets;
        this.figures = figures;
        this.platform = platform;
        this.data = data;
    }

    void measure() throws SQLException, IOException, InterruptedException {
        try (var owner = connect()) {
            prepare(owner);
            var seconds = run(owner);
            var copied = copy(owner);
            figures.add(
                    "Bill run, %,d accounts × 5 services, invoices/s".formatted(ACCOUNTS),
                    "%.0f".formatted(ACCOUNTS / seconds),
                    "3,000");
            figures.add(
                    "Bill run against COPY of the same rows (%.0f invoices/s)".formatted(ACCOUNTS / copied),
                    "%.0f %%".formatted(100 * copied / seconds),
                    "30 %");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:%d/billing?user=billing_owner&password=%s"
                .formatted(ports.postgres(), secrets.of("billing.database.owner")));
    }

    /** Accounts that were billed until today, in advance, with services that go on; all due at once when they appear. */
    private static void prepare(Connection owner) throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        owner.setAutoCommit(false);
        try (var sql = owner.createStatement()) {
            sql.execute("""
                    insert into billing_account (account_id, enterprise_id, customer_number, name, segment, currency,
                      time_zone, bill_cycle_day, billing_mode, payment_terms_days, proration_policy_id, delivery,
                      contact_name, contact_email, status, opened_on, created_at, version)
                    select 'A-B' || n, 'ENT-B' || n %% 1000, 'C-B', 'Bench', 'ENTERPRISE', 'USD', 'UTC', %1$d, 'ADVANCE', 30,
                      'ACTUAL_ACTUAL/START_BILLED/STOP_FREE', 'PAPERLESS', 'B', 'b@bench.example', 'ACTIVE',
                      date '%2$s' - 40, now(), 1
                    from generate_series(1, %3$d) n""".formatted(today.getDayOfMonth(), today, ACCOUNTS));
            sql.execute("""
                    insert into account_proration_policy
                    select account_id, '0001-01-01', enterprise_id, proration_policy_id from billing_account
                    where account_id like 'A-B%'""");
            sql.execute("""
                    insert into rated_service (service_id, enterprise_id, account_id, order_number, item_id, accepted_at,
                      acceptance_outcome, circuit_id, product_code, product_name, location, start_date, term_months)
                    select 'S-' || a.account_id || '-' || s, a.enterprise_id, a.account_id, 'O-B', 'item-1', now(),
                      'ACCEPTED', 'ET-1', 'ETHERNET_1G', 'Ethernet Virtual Private Line 1 Gbit/s', '1 Main St',
                      date '%s' - 20, 36
                    from billing_account a, generate_series(1, 5) s where a.account_id like 'A-B%%'""".formatted(today));
            sql.execute("""
                    insert into recurring_charge (charge_id, service_id, enterprise_id, account_id, description, amount,
                      currency, effective_from)
                    select service_id || '/MRC', service_id, enterprise_id, account_id,
                      'Ethernet Virtual Private Line 1 Gbit/s', 1000, 'USD', start_date
                    from rated_service where account_id like 'A-B%'""");
            sql.execute("""
                    insert into account_cycle (id, account_id, enterprise_id, bill_cycle_day, time_zone, opened_on,
                      next_cycle_date, next_cycle_at)
                    select id, account_id, enterprise_id, bill_cycle_day, time_zone, opened_on, date '%1$s',
                      timestamp '%1$s' at time zone 'UTC'
                    from billing_account where account_id like 'A-B%%'""".formatted(today));
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (var sql = owner.createStatement()) {
            sql.execute("analyze");
        }
    }

    /** @return seconds that the run was at work */
    private double run(Connection owner) throws SQLException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
        var early = 0L;
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            var done = number(owner, "select coalesce(sum(accounts_done), 0) from bill_run");
            if (early == 0 && done > ACCOUNTS / 10) {
                early = memory();
            }
            if (done >= ACCOUNTS) {
                figures.add(
                        "Memory of billing after a tenth of the accounts, and at the end",
                        "%d MB, %d MB".formatted(early / 1_000_000, memory() / 1_000_000),
                        "flat");
                return number(owner, "select sum(worked_millis) from bill_run") / 1e3;
            }
        }
        throw new IllegalStateException("The bill run did not end");
    }

    private long memory() {
        return platform.memory().getOrDefault(App.BILLING.artifact(), 0L);
    }

    private static long number(Connection owner, String query) throws SQLException {
        try (var sql = owner.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The events were published and deleted meanwhile: as many of the same size stand for them. */
    private double copy(Connection owner) throws SQLException, IOException {
        var seconds = 0.0;
        for (var table : TABLES) {
            try (var sql = owner.createStatement()) {
                sql.execute("create table copied_%1$s (like %1$s including all)".formatted(table));
            }
            var rows = table.equals("outbox_event") ? events() : "select * from " + table;
            seconds += copy(owner, rows, "copied_" + table);
        }
        return seconds;
    }

    private static String events() {
        return """
                select row_number() over (), gen_random_uuid(), 'billing.invoice.v1', 'billing.invoice.issued.v1', reference,
                  enterprise_id, account_id, 1, issued_at, reference, null,
                  jsonb_build_object('invoiceNumber', reference, 'accountId', account_id, 'enterpriseId', enterprise_id,
                    'billDate', bill_date, 'dueDate', due_date, 'period', jsonb_build_object('start', period_start,
                    'end', period_end), 'amountDue', jsonb_build_object('amount', amount_due::text, 'currency', currency),
                    'currentCharges', jsonb_build_object('amount', net_amount::text, 'currency', currency),
                    'firstInvoice', first_invoice, 'delivery', delivery)::text, now()
                from invoice""";
    }

    private double copy(Connection owner, String rows, String into) throws SQLException, IOException {
        var file = data.resolve(into);
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        try (var out = Files.newOutputStream(file)) {
            copy.copyOut("copy (" + rows + ") to stdout", out);
        }
        var begun = System.nanoTime();
        try (var in = Files.newInputStream(file)) {
            copy.copyIn("copy " + into + " from stdin", in);
        }
        var took = (System.nanoTime() - begun) / 1e9;
        Files.delete(file);
        return took;
    }
}
