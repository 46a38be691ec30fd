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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A bill run over many accounts with five services each, by the running service, outbox included; and beside it how long
 * {@code COPY} alone takes for the same rows, into tables of the same shape and indexes.
 */
final class BillRunSpeed {

    /** What is billed for each of the five services. */
    private enum Month {
        /** For the compiler; not told. */
        WARM_UP("A-W", 10_000),
        /** The next month: most bills are such ones. */
        ORDINARY("A-B", 100_000),
        /** The days of the first, broken one, and the next month; the charge is marked as billed from now on. */
        FIRST("A-F", 20_000);

        private final String prefix;
        private final int accounts;

        Month(String prefix, int accounts) {
            this.prefix = prefix;
            this.accounts = accounts;
        }

        String of(String table) {
            return "select * from %s where account_id like '%s%%'".formatted(table, prefix);
        }
    }

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
            for (var month : Month.values()) {
                var seconds = run(owner, month);
                if (month == Month.WARM_UP) {
                    continue;
                }
                var copied = copy(owner, month);
                var name = "Bill run, %,d accounts × 5 services, %s month"
                        .formatted(month.accounts, month.name().toLowerCase(Locale.ROOT));
                figures.add(name + ", invoices/s", "%.0f".formatted(month.accounts / seconds), "3,000");
                figures.add(
                        name + ", against COPY of the same rows (%.0f invoices/s)".formatted(month.accounts / copied),
                        "%.0f %%".formatted(100 * copied / seconds),
                        "30 %");
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:%d/billing?user=billing_owner&password=%s"
                .formatted(ports.postgres(), secrets.of("billing.database.owner")));
    }

    /** Accounts that are all due at once when they appear. */
    private static void prepare(Connection owner, Month month) throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        owner.setAutoCommit(false);
        try (var sql = owner.createStatement()) {
            sql.execute("""
                    insert into billing_account (account_id, enterprise_id, customer_number, name, segment, currency,
                      time_zone, bill_cycle_day, billing_mode, payment_terms_days, proration_policy_id, delivery,
                      contact_name, contact_email, status, opened_on, created_at, version)
                    select '%4$s' || n, 'ENT-B' || n %% 1000, 'C-B', 'Bench', 'ENTERPRISE', 'USD', 'UTC', %1$d, 'ADVANCE', 30,
                      'ACTUAL_ACTUAL/START_BILLED/STOP_FREE', 'PAPERLESS', 'B', 'b@bench.example', 'ACTIVE',
                      date '%2$s' - 40, now(), 1
                    from generate_series(1, %3$d) n""".formatted(today.getDayOfMonth(), today, month.accounts, month.prefix));
            sql.execute("insert into account_proration_policy select account_id, '0001-01-01', enterprise_id, "
                    + "proration_policy_id from (%s) as a".formatted(month.of("billing_account")));
            sql.execute("""
                    insert into rated_service (service_id, enterprise_id, account_id, order_number, item_id, accepted_at,
                      acceptance_outcome, circuit_id, product_code, product_name, location, start_date, term_months)
                    select 'S-' || a.account_id || '-' || s, a.enterprise_id, a.account_id, 'O-B', 'item-1', now(),
                      'ACCEPTED', 'ET-1', 'ETHERNET_1G', 'Ethernet Virtual Private Line 1 Gbit/s', '1 Main St',
                      date '%s' - 20, 36
                    from (%s) as a, generate_series(1, 5) s""".formatted(today, month.of("billing_account")));
            sql.execute("""
                    insert into recurring_charge (charge_id, service_id, enterprise_id, account_id, description, amount,
                      currency, effective_from, billed)
                    select service_id || '/MRC', service_id, enterprise_id, account_id,
                      'Ethernet Virtual Private Line 1 Gbit/s', 1000, 'USD', start_date, %s
                    from (%s) as s""".formatted(month != Month.FIRST, month.of("rated_service")));
            sql.execute("""
                    insert into account_cycle (id, account_id, enterprise_id, bill_cycle_day, time_zone, opened_on,
                      next_cycle_date, next_cycle_at, billed_until, has_invoice)
                    select id, account_id, enterprise_id, bill_cycle_day, time_zone, opened_on, date '%1$s',
                      timestamp '%1$s' at time zone 'UTC', %2$s, %3$s
                    from (%4$s) as a""".formatted(
                            today,
                            month != Month.FIRST ? "date '" + today + "'" : "null",
                            month != Month.FIRST,
                            month.of("billing_account")));
            sql.execute("analyze");
        }
        owner.commit();
        owner.setAutoCommit(true);
    }

    private static long done(Connection owner) throws SQLException {
        return number(owner, "select coalesce(sum(accounts_done), 0) from bill_run");
    }

    private static long worked(Connection owner) throws SQLException {
        return number(owner, "select coalesce(sum(worked_millis), 0) from bill_run");
    }

    /** @return seconds that the run was at work */
    private double run(Connection owner, Month month) throws SQLException, InterruptedException {
        var before = done(owner);
        var workedBefore = worked(owner);
        prepare(owner, month);
        var memory = new ArrayList<String>();
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            var done = done(owner) - before;
            if (done >= (memory.size() + 1L) * month.accounts / 4) {
                memory.add("%d MB".formatted(memory() / 1_000_000));
            }
            if (done >= month.accounts) {
                if (month == Month.ORDINARY) {
                    figures.add("Memory of billing at each quarter of the run", String.join(", ", memory), "flat");
                }
                return (worked(owner) - workedBefore) / 1e3;
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
    private double copy(Connection owner, Month month) throws SQLException, IOException {
        var seconds = 0.0;
        for (var table : TABLES) {
            var copied = "copied_%s_%s".formatted(month.name(), table);
            try (var sql = owner.createStatement()) {
                sql.execute("create table %s (like %s including all)".formatted(copied, table));
            }
            seconds += copy(owner, table.equals("outbox_event") ? events(month) : month.of(table), copied);
        }
        return seconds;
    }

    private static String events(Month month) {
        return """
                select row_number() over (), gen_random_uuid(), 'billing.invoice.v1', 'billing.invoice.issued.v1', reference,
                  enterprise_id, account_id, 1, issued_at, reference, null,
                  jsonb_build_object('invoiceNumber', reference, 'accountId', account_id, 'enterpriseId', enterprise_id,
                    'billDate', bill_date, 'dueDate', due_date, 'period', jsonb_build_object('start', period_start,
                    'end', period_end), 'amountDue', jsonb_build_object('amount', amount_due::text, 'currency', currency),
                    'currentCharges', jsonb_build_object('amount', net_amount::text, 'currency', currency),
                    'firstInvoice', first_invoice, 'delivery', delivery)::text, now()
                from (%s) as i""".formatted(month.of("invoice"));
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
