package io.controlcenter.billing.invoicing.persistence;

import static java.util.stream.Collectors.groupingBy;

import io.controlcenter.billing.invoicing.application.Cycles;
import io.controlcenter.billing.invoicing.domain.AccountToBill;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.BilledLine;
import io.controlcenter.billing.invoicing.domain.CycleBilling;
import io.controlcenter.billing.invoicing.domain.OneTimeCharge;
import io.controlcenter.billing.invoicing.domain.RecurringCharge;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.taxes.domain.Place;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.platform.sets.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** The charges and the usage of many accounts, and what of them was billed before: four queries for all. */
@Component
class ChargesToBill {

    private static final RowMapper<RecurringCharge> PRICE = (row, _) -> new RecurringCharge(
            row.getLong("id"),
            row.getString("charge_id"),
            row.getString("service_id"),
            row.getString("description"),
            row.getBigDecimal("amount"),
            row.getString("currency"),
            row.getObject("start_date", LocalDate.class),
            row.getObject("stop_date", LocalDate.class),
            row.getObject("effective_from", LocalDate.class),
            row.getObject("effective_to", LocalDate.class),
            row.getObject("billed_until", LocalDate.class),
            supply(row, Supply.Kind.RECURRING),
            row.getObject("settled_until") != null);
    private static final RowMapper<OneTimeCharge> ONE_TIME = (row, _) -> new OneTimeCharge(
            row.getLong("id"),
            row.getString("charge_id"),
            row.getString("service_id"),
            row.getString("description"),
            row.getBigDecimal("amount"),
            row.getString("currency"),
            row.getObject("charge_date", LocalDate.class),
            supply(row, kind(row.getString("cause"))));
    private static final RowMapper<BilledLine> LINE = (row, _) -> new BilledLine(
            row.getLong("invoice_id"),
            row.getInt("line_number"),
            row.getLong("recurring_charge_id"),
            new Period(
                    row.getObject("coverage_start", LocalDate.class), row.getObject("coverage_end", LocalDate.class)),
            row.getBigDecimal("unit_amount"),
            row.getBigDecimal("net_amount"),
            row.getBigDecimal("net_left"),
            row.getObject("credited_from", LocalDate.class),
            row.getBigDecimal("noted"),
            taxes(row.getString("tax_rules")));

    private final NamedParameterJdbcOperations sets;
    private final UsageToBill usage;

    ChargesToBill(NamedParameterJdbcOperations sets, UsageToBill usage) {
        this.sets = sets;
        this.usage = usage;
    }

    /** An outage credit gives part of a recurring charge back, and with it the taxes of recurring charges. */
    private static Supply.Kind kind(String cause) {
        return switch (cause) {
            case "LATE_PAYMENT" -> Supply.Kind.LATE;
            case "OUTAGE" -> Supply.Kind.RECURRING;
            case "RETURNED_PAYMENT" -> Supply.Kind.RETURNED_PAYMENT;
            default -> Supply.Kind.ONE_TIME;
        };
    }

    static Supply supply(ResultSet row, Supply.Kind kind) throws SQLException {
        var place = new Place(
                row.getString("country"), row.getString("region"), row.getString("city"), row.getString("postal_code"));
        return new Supply(place, row.getString("product_code"), kind);
    }

    private static List<Long> taxes(@Nullable String ids) {
        return ids == null
                ? List.of()
                : Arrays.stream(ids.split(",", -1)).map(Long::valueOf).toList();
    }

    private record Owned<T>(String account, T charge) {}

    private record Reach(long price, @Nullable LocalDate from) {}

    List<AccountToBill> load(List<BillableAccount> accounts) {
        var prices = prices(accounts);
        var oneTime = oneTime(accounts);
        var used = usage.of(accounts);
        var earlier = earlier(accounts, prices);
        var bills = new ArrayList<AccountToBill>(accounts.size());
        for (var account : accounts) {
            var own = prices.getOrDefault(account.accountId(), List.of());
            bills.add(new AccountToBill(
                    account,
                    own,
                    oneTime.getOrDefault(account.accountId(), List.of()),
                    used.getOrDefault(account.accountId(), List.of()),
                    own.stream()
                            .flatMap(price -> earlier.getOrDefault(price.id(), List.of()).stream())
                            .toList()));
        }
        return bills;
    }

    private static Columns<BillableAccount> of(List<BillableAccount> accounts) {
        return Columns.of(accounts)
                .with("account", "text", BillableAccount::accountId)
                .with("enterprise", "text", BillableAccount::enterpriseId)
                .with("stopBilled", "bool", BillableAccount::billsStopDays);
    }

    private Map<String, List<RecurringCharge>> prices(List<BillableAccount> accounts) {
        return byAccount(sets.query("""
                select r.id, r.charge_id, r.service_id, r.account_id, r.description, r.amount, r.currency,
                  r.effective_from, r.effective_to, r.settled_until, s.start_date, s.stop_date, s.country, s.region,
                  s.city, s.postal_code, s.product_code,
                  case when r.billed then coalesce(r.settled_until, c.billed_until) end as billed_until
                from unnest(:account, :enterprise, :stopBilled) as a(account_id, enterprise_id, stop_billed)
                  cross join lateral (select billed_until from account_cycle
                    where account_id = a.account_id offset 0) c
                  cross join lateral (select * from rated_service
                    where account_id = a.account_id and enterprise_id = a.enterprise_id offset 0) s
                  cross join lateral (select * from recurring_charge where service_id = s.service_id offset 0) r
                where r.settled_until is null or a.stop_billed
                  or r.settled_until is distinct from least(r.effective_to, s.stop_date)
                order by r.service_id, r.charge_id, r.effective_from
                """, of(accounts).parameters(), owned(PRICE)));
    }

    private Map<String, List<OneTimeCharge>> oneTime(List<BillableAccount> accounts) {
        return byAccount(sets.query("""
                select o.*, s.country, s.region, s.city, s.postal_code, s.product_code
                from unnest(:account, :enterprise) as a(account_id, enterprise_id)
                  cross join lateral (select * from one_time_charge where account_id = a.account_id
                    and enterprise_id = a.enterprise_id and invoice_id is null offset 0) o
                  left join lateral (select * from rated_service where service_id = o.service_id offset 0) s on true
                order by o.id
                """, of(accounts).parameters(), owned(ONE_TIME)));
    }

    private static <T> RowMapper<Owned<T>> owned(RowMapper<T> mapper) {
        return (row, number) ->
                new Owned<>(row.getString("account_id"), Objects.requireNonNull(mapper.mapRow(row, number)));
    }

    private static <T> Map<String, List<T>> byAccount(List<Owned<T>> rows) {
        var map = new HashMap<String, List<T>>();
        rows.forEach(row ->
                map.computeIfAbsent(row.account(), _ -> new ArrayList<>()).add(row.charge()));
        return map;
    }

    /** Lines that reach beyond what is sound to bill next; of most accounts there are none. */
    private Map<Long, List<BilledLine>> earlier(
            List<BillableAccount> accounts, Map<String, List<RecurringCharge>> prices) {
        var reaches = accounts.stream()
                .flatMap(account -> prices.getOrDefault(account.accountId(), List.of()).stream()
                        .map(price -> new Reach(price.id(), CycleBilling.lookback(account, price))))
                .toList();
        var columns = Columns.of(reaches).with("price", "int8", Reach::price).with("from", "date", Reach::from);
        return sets.query("""
                        select l.invoice_id, l.line_number, l.recurring_charge_id, l.coverage_start, l.coverage_end,
                          l.unit_amount, l.net_amount, l.net_amount + coalesce(c.net, 0) as net_left, l.tax_rules,
                          coalesce(s.credited_amount, 0) as noted,
                          coalesce(c.since, l.coverage_end) as credited_from
                        from unnest(:price, :from) as d(price, from_day)
                          cross join lateral (select * from invoice_line where recurring_charge_id = d.price
                            and coverage_end > d.from_day and type <> 'CREDIT' offset 0) l
                          left join lateral (select sum(net_amount) as net, min(coverage_start) as since
                            from invoice_line k where credits_invoice_id = l.invoice_id
                              and credits_line_number = l.line_number
                              and not exists (select from invoice_line_state where invoice_id = k.invoice_id
                                and line_number = k.line_number and billed_anew)) c on true
                          left join lateral (select * from invoice_line_state where invoice_id = l.invoice_id
                            and line_number = l.line_number offset 0) s on true
                        where not coalesce(s.billed_anew, false)
                        order by l.invoice_id, l.line_number
                        """, columns.parameters(), LINE).stream().collect(groupingBy(BilledLine::recurringChargeId));
    }

    /** Writes down what changed of the charges: most go on as they are, and nothing is written. */
    void settle(List<Cycles.Billed> billed) {
        var first = new HashSet<Long>();
        var ended = new ArrayList<Reach>();
        var once = new ArrayList<Paid>();
        for (var one : billed) {
            var billing = one.judged().billing();
            for (var price : one.judged().bill().recurring()) {
                if (price.billedUntil() == null && billing.hasBegun(price)) {
                    first.add(price.id());
                }
                if (billing.settles(price)) {
                    ended.add(new Reach(price.id(), billing.endOf(price)));
                } else if (billing.revives(price)) {
                    ended.add(new Reach(price.id(), null));
                }
            }
            once.addAll(paid(one));
        }
        mark(List.copyOf(first), ended, once);
        usage.settle(billed);
    }

    private record Paid(long charge, long invoice) {}

    private static List<Paid> paid(Cycles.Billed one) {
        var invoice = one.invoice();
        return invoice == null
                ? List.of()
                : one.judged().bill().oneTime().stream()
                        .filter(charge -> one.judged().billing().bills(charge))
                        .map(charge -> new Paid(charge.id(), invoice))
                        .toList();
    }

    private void mark(List<Long> first, List<Reach> ended, List<Paid> once) {
        if (!first.isEmpty()) {
            sets.update(
                    "update recurring_charge set billed = true where id = any (:id)",
                    Columns.of(first).with("id", "int8", Function.identity()).parameters());
        }
        if (!ended.isEmpty()) {
            sets.update(
                    """
                    update recurring_charge r set settled_until = d.until
                    from unnest(:id, :until) as d(id, until) where r.id = d.id
                    """,
                    Columns.of(ended)
                            .with("id", "int8", Reach::price)
                            .with("until", "date", Reach::from)
                            .parameters());
        }
        if (!once.isEmpty()) {
            sets.update(
                    """
                    update one_time_charge o set invoice_id = d.invoice
                    from unnest(:id, :invoice) as d(id, invoice) where o.id = d.id
                    """,
                    Columns.of(once)
                            .with("id", "int8", Paid::charge)
                            .with("invoice", "int8", Paid::invoice)
                            .parameters());
        }
    }
}
