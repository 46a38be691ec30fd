package io.controlcenter.billing.invoicing.persistence;

import static java.util.stream.Collectors.groupingBy;

import io.controlcenter.billing.invoicing.application.Cycles;
import io.controlcenter.billing.invoicing.domain.AccountToBill;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.DatedPolicy;
import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.CycleDays;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.platform.sets.Columns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
            and c.held_invoice is null and (c.last_cycle_date is null or c.last_cycle_date < :date) and c.next_cycle_date >= :date
            and cast(:date as timestamp) at time zone c.time_zone <= :now""";
    /**
     * What an account had along time, as two words: the days and policies, such as
     * {@code 0001-01-01=ACTUAL_ACTUAL/START_BILLED/STOP_FREE}, and the ends of former cycle days, such as
     * {@code 2026-12-01=15}; most had none.
     */
    private static final String HISTORY = """
            array_to_string(array(select p.effective_from || '=' || p.policy_id from account_proration_policy p
              where p.account_id = a.account_id order by p.effective_from), ',') as policies,
            array_to_string(array(select f.until || '=' || f.bill_cycle_day from former_cycle_day f
              where f.account_id = a.account_id order by f.until), ',') as former_days""";

    private static final Map<String, List<DatedPolicy>> READ_POLICIES = new ConcurrentHashMap<>();
    private static final RowMapper<BillableAccount> ACCOUNT = (row, _) -> new BillableAccount(
            row.getLong("id"),
            row.getString("account_id"),
            row.getString("enterprise_id"),
            row.getString("currency"),
            new CycleDay(row.getInt("bill_cycle_day")),
            row.getString("billing_mode").equals("ADVANCE"),
            row.getInt("payment_terms_days"),
            READ_POLICIES.computeIfAbsent(row.getString("policies"), JdbcCycles::policies),
            row.getString("delivery"),
            row.getBoolean("has_invoice"),
            dated(
                    row.getString("former_days"),
                    (until, day) -> new CycleDays.Former(until, new CycleDay(Integer.parseInt(day)))));

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
        // the statements of a chunk look few rows up by many keys: compiling them, or a bitmap for each, costs more
        db.sql("set local jit = off; set local enable_bitmapscan = off").update();
        return accounts(cycleDate, now, after, limit, "for update of c skip locked");
    }

    @Override
    public List<BillableAccount> peek(LocalDate cycleDate, Instant now, long after, int limit) {
        return accounts(cycleDate, now, after, limit, "");
    }

    private static List<DatedPolicy> policies(String all) {
        return dated(all, (from, policy) -> new DatedPolicy(from, ProrationPolicy.parse(policy)));
    }

    private static <T> List<T> dated(String all, BiFunction<LocalDate, String, T> read) {
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(",", -1))
                        .map(one -> one.split("=", -1))
                        .map(one -> read.apply(LocalDate.parse(one[0]), one[1]))
                        .toList();
    }

    private List<BillableAccount> accounts(LocalDate cycleDate, Instant now, long after, int limit, String lock) {
        return sets.query(
                """
                with claimed as materialized (
                  select c.id, c.has_invoice, c.enterprise_id from account_cycle c where c.id > :after and %s
                  order by c.id limit :limit %s)
                select claimed.enterprise_id, a.*, %s, claimed.has_invoice -- the first one is whose it is: it is read with the lock
                from claimed cross join lateral (select * from billing_account where id = claimed.id offset 0) a
                order by a.id""".formatted(BEGINS, lock, HISTORY),
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
                        select next_cycle_date from account_cycle where next_cycle_at <= :now and held_invoice is null
                        order by next_cycle_at limit 1""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public List<AccountToBill> load(List<BillableAccount> accounts) {
        return charges.load(accounts);
    }

    /** Where a cycle stands afterwards; the same for most accounts of a chunk. */
    private record Step(
            @Nullable LocalDate until,
            LocalDate next,
            boolean issued,
            @Nullable Long held) {

        static Step of(LocalDate cycleDate, Billed one) {
            return new Step(
                    one.isHeld() ? null : one.judged().billing().target(),
                    account(one).cycleDay().nextAfter(cycleDate),
                    one.invoice() != null && !one.isHeld(),
                    one.isHeld() ? one.invoice() : null);
        }
    }

    @Override
    public void advance(LocalDate cycleDate, List<Billed> billed) {
        billed.stream().collect(groupingBy(one -> Step.of(cycleDate, one))).forEach((step, some) -> {
            var accounts = Columns.of(some)
                    .with("id", "int8", one -> account(one).id())
                    .and("date", cycleDate)
                    .and("until", step.until())
                    .and("next", step.next())
                    .and("issued", step.issued())
                    .and("held", step.held());
            sets.update("""
                    update account_cycle c set last_cycle_date = :date,
                      billed_until = greatest(cast(:until as date), c.billed_until),
                      has_invoice = c.has_invoice or :issued, next_cycle_date = greatest(c.next_cycle_date, :next),
                      next_cycle_at = cast(greatest(c.next_cycle_date, :next) as timestamp) at time zone c.time_zone,
                      held_invoice = :held,
                      cycle_before_hold = case when cast(:held as bigint) is null then null else c.last_cycle_date end
                    where c.id = any (:id)""", accounts.parameters());
        });
        charges.settle(billed.stream().filter(one -> !one.isHeld()).toList());
    }

    private static BillableAccount account(Billed one) {
        return one.judged().bill().account();
    }

    @Override
    public Optional<Next> next(String accountId, boolean lock) {
        return db.sql("""
                        select a.*, %s, c.has_invoice, c.next_cycle_date
                        from account_cycle c join billing_account a using (id) where c.account_id = :account %s""".formatted(HISTORY, lock ? "for update of c" : ""))
                .param("account", accountId)
                .query((row, number) -> new Next(
                        Objects.requireNonNull(ACCOUNT.mapRow(row, number)),
                        row.getObject("next_cycle_date", LocalDate.class)))
                .optional();
    }

    @Override
    public void release(Billed billed) {
        db.sql("""
                        update account_cycle set held_invoice = null, cycle_before_hold = null, has_invoice = true,
                          billed_until = greatest(:until, billed_until) where id = :id""")
                .param("until", billed.judged().billing().target())
                .param("id", account(billed).id())
                .update();
        charges.settle(List.of(billed));
    }

    @Override
    public void reopen(String accountId, LocalDate cycleDate) {
        db.sql("""
                        update account_cycle set last_cycle_date = cycle_before_hold, held_invoice = null,
                          cycle_before_hold = null, next_cycle_date = :date,
                          next_cycle_at = cast(:date as timestamp) at time zone time_zone
                        where account_id = :account""").param("date", cycleDate).param("account", accountId).update();
    }

    @Override
    public Set<LocalDate> bankHolidays() {
        return new HashSet<>(db.sql("select day from bank_holiday")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list());
    }
}
