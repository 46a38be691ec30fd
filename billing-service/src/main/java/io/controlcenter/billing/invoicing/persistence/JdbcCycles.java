package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.invoicing.application.Cycles;
import io.controlcenter.billing.invoicing.domain.AccountToBill;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.DayCount;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and their cycles, many at a time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcCycles implements Cycles {

    private static final String BEGINS = """
            c.bill_cycle_day in (:days) and c.opened_on <= :date
            and (c.last_cycle_date is null or c.last_cycle_date < :date) and c.next_cycle_date >= :date
            and cast(:date as timestamp) at time zone c.time_zone <= :now""";
    private static final RowMapper<BillableAccount> ACCOUNT = (row, _) -> new BillableAccount(
            row.getLong("id"),
            row.getString("account_id"),
            row.getString("enterprise_id"),
            row.getString("currency"),
            new CycleDay(row.getInt("bill_cycle_day")),
            row.getString("billing_mode").equals("ADVANCE"),
            row.getInt("payment_terms_days"),
            new ProrationPolicy(
                    row.getString("proration_policy_id"),
                    DayCount.valueOf(row.getString("day_count")),
                    row.getBoolean("start_day_billed"),
                    row.getBoolean("stop_day_billed")),
            row.getString("delivery"),
            row.getBoolean("has_invoice"));

    private final JdbcClient db;
    private final NamedParameterJdbcOperations sets;
    private final ChargesToBill charges;

    JdbcCycles(JdbcClient db, NamedParameterJdbcOperations sets, ChargesToBill charges) {
        this.db = db;
        this.sets = sets;
        this.charges = charges;
    }

    @Override
    public List<BillableAccount> claim(LocalDate cycleDate, Instant now, long after, int limit) {
        return accounts(cycleDate, now, after, limit, "for update of c skip locked");
    }

    @Override
    public List<BillableAccount> peek(LocalDate cycleDate, Instant now, long after, int limit) {
        return accounts(cycleDate, now, after, limit, "");
    }

    private List<BillableAccount> accounts(LocalDate cycleDate, Instant now, long after, int limit, String lock) {
        return sets.query(
                """
                with claimed as materialized (
                  select c.id, c.has_invoice from account_cycle c where c.id > :after and %s
                  order by c.id limit :limit %s)
                select a.*, p.day_count, p.start_day_billed, p.stop_day_billed, claimed.has_invoice
                from claimed join billing_account a using (id) join proration_policy p on p.id = a.proration_policy_id
                order by a.id""".formatted(BEGINS, lock),
                begins(cycleDate, now).addValue("after", after).addValue("limit", limit),
                ACCOUNT);
    }

    /** In the last day of a month, cycles begin that would on a later one. */
    private static MapSqlParameterSource begins(LocalDate date, Instant now) {
        var last = date.getDayOfMonth() == date.lengthOfMonth() ? 31 : date.getDayOfMonth();
        return new MapSqlParameterSource("date", date)
                .addValue("now", now.atOffset(ZoneOffset.UTC))
                .addValue(
                        "days",
                        IntStream.rangeClosed(date.getDayOfMonth(), last)
                                .boxed()
                                .toList());
    }

    @Override
    public long count(LocalDate cycleDate, Instant now) {
        var counted = sets.queryForObject(
                "select count(*) from account_cycle c where " + BEGINS, begins(cycleDate, now), Long.class);
        return counted == null ? 0 : counted;
    }

    @Override
    public Optional<LocalDate> oldestDue(Instant now) {
        return db.sql("""
                        select next_cycle_date from account_cycle where next_cycle_at <= :now
                        order by next_cycle_at limit 1""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public List<AccountToBill> load(List<BillableAccount> accounts) {
        return charges.load(accounts);
    }

    @Override
    public void advance(LocalDate cycleDate, List<Billed> billed) {
        var columns = Columns.of(billed)
                .with("id", "int8", one -> one.bill().account().id())
                .with("until", "date", one -> one.billing().target())
                .with("next", "date", one -> one.bill().account().cycleDay().nextAfter(cycleDate))
                .with(
                        "issued",
                        "bool",
                        one -> one.invoice().filter(FinishedInvoice::isIssued).isPresent())
                .and("date", cycleDate);
        sets.update("""
                update account_cycle c set last_cycle_date = :date, billed_until = t.until,
                  has_invoice = c.has_invoice or t.issued, next_cycle_date = greatest(c.next_cycle_date, t.next),
                  next_cycle_at = cast(greatest(c.next_cycle_date, t.next) as timestamp) at time zone c.time_zone
                from unnest(:id, :until, :next, :issued) as t(id, until, next, issued) where c.id = t.id
                """, columns.parameters());
        charges.settle(billed);
    }

    @Override
    public Set<LocalDate> bankHolidays() {
        return new HashSet<>(db.sql("select day from bank_holiday")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list());
    }
}
