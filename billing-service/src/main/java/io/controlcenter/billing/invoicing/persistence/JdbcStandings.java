package io.controlcenter.billing.invoicing.persistence;

import static java.util.stream.Collectors.toMap;

import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.invoicing.domain.LineState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Standings by SQL. Lines that nobody disputes have no row of their own: their state follows from their invoice. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStandings implements InvoiceStandings {

    static final RowMapper<InvoiceStanding> STANDING = (row, _) -> new InvoiceStanding(
            row.getLong("id"),
            row.getString("reference"),
            row.getString("enterprise_id"),
            row.getString("account_id"),
            row.getObject("bill_date", LocalDate.class),
            row.getObject("due_date", LocalDate.class),
            row.getString("currency"),
            row.getBigDecimal("amount_due"),
            row.getBigDecimal("paid_amount"),
            row.getBigDecimal("credited_amount"),
            row.getBigDecimal("disputed_amount"),
            InvoiceState.of(row.getString("state")),
            row.getBoolean("past_due"),
            row.getLong("version"));
    private static final String OPEN = """
            select * from invoice where account_id = :account and state in ('issued', 'partiallyPaid')
            order by bill_date, id""";

    private final JdbcClient db;

    JdbcStandings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<InvoiceStanding> lock(String invoiceNumber) {
        return db.sql("select * from invoice where reference = :number and state <> 'onHold' for update")
                .param("number", invoiceNumber)
                .query(STANDING)
                .optional();
    }

    @Override
    public List<InvoiceStanding> lockOpen(String accountId) {
        return db.sql(OPEN + " for update")
                .param("account", accountId)
                .query(STANDING)
                .list();
    }

    @Override
    public List<InvoiceStanding> open(String accountId) {
        return db.sql(OPEN).param("account", accountId).query(STANDING).list();
    }

    @Override
    public Map<String, BigDecimal> undisputedDue(Collection<String> invoiceNumbers) {
        return db
                .sql("select * from invoice where reference = any (:numbers) and state <> 'onHold'")
                .param("numbers", invoiceNumbers.toArray(String[]::new))
                .query(STANDING)
                .list()
                .stream()
                .collect(toMap(InvoiceStanding::invoiceNumber, InvoiceStanding::undisputedOpen));
    }

    @Override
    public void save(InvoiceStanding standing) {
        db.sql("""
                        update invoice set paid_amount = :paid, credited_amount = :credited, disputed_amount = :disputed,
                          state = :state, past_due = :pastDue, version = version + 1
                        where id = :id and state <> 'onHold'""")
                .param("paid", standing.paid())
                .param("credited", standing.credited())
                .param("disputed", standing.disputed())
                .param("state", standing.state().wire())
                .param("pastDue", standing.pastDue())
                .param("id", standing.id())
                .update();
    }

    @Override
    public LineState lineState(String invoiceNumber, int lineNumber) {
        return db.sql("""
                        select case when coalesce(s.state, 'generated') = 'generated' and i.state = 'settled' then 'settled'
                          else coalesce(s.state, 'generated') end
                        from invoice i left join invoice_line_state s on s.invoice_id = i.id and s.line_number = :line
                        where i.reference = :number""")
                .param("line", lineNumber)
                .param("number", invoiceNumber)
                .query((row, _) -> LineState.of(row.getString(1)))
                .single();
    }

    @Override
    public void moveLine(String invoiceNumber, int lineNumber, LineState next) {
        var now = lineState(invoiceNumber, lineNumber);
        if (!now.canBecome(next)) {
            throw new IllegalStateException(
                    "Line %d of %s is %s and cannot become %s".formatted(lineNumber, invoiceNumber, now, next));
        }
        db.sql("""
                        insert into invoice_line_state (invoice_id, line_number, enterprise_id, account_id, state)
                        select l.invoice_id, l.line_number, l.enterprise_id, l.account_id, :state
                        from invoice i join invoice_line l on l.invoice_id = i.id and l.line_number = :line
                        where i.reference = :number
                        on conflict (invoice_id, line_number) do update set state = excluded.state""")
                .param("state", next.wire())
                .param("line", lineNumber)
                .param("number", invoiceNumber)
                .update();
    }

    @Override
    public void creditLines(String invoiceNumber, Map<Integer, BigDecimal> amounts) {
        var lines = List.copyOf(amounts.entrySet());
        db.sql("""
                        insert into invoice_line_state as s (invoice_id, line_number, enterprise_id, account_id, state,
                          credited_amount)
                        select l.invoice_id, l.line_number, l.enterprise_id, l.account_id, 'generated', d.amount
                        from invoice i join invoice_line l on l.invoice_id = i.id
                          join unnest(cast(:lines as int[]), cast(:amounts as numeric[])) as d(line, amount)
                            on d.line = l.line_number
                        where i.reference = :number
                        on conflict (invoice_id, line_number)
                          do update set credited_amount = s.credited_amount + excluded.credited_amount""")
                .param("lines", lines.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param("amounts", lines.stream().map(Map.Entry::getValue).toArray(BigDecimal[]::new))
                .param("number", invoiceNumber)
                .update();
    }

    private record OfLine(int line, BigDecimal amount) {}

    private static SortedMap<Integer, BigDecimal> byLine(JdbcClient.StatementSpec query) {
        return query.query((row, _) -> new OfLine(row.getInt(1), row.getBigDecimal(2))).list().stream()
                .collect(toMap(OfLine::line, OfLine::amount, BigDecimal::add, TreeMap::new));
    }

    @Override
    public SortedMap<Integer, BigDecimal> netAmounts(String invoiceNumber) {
        return byLine(db.sql("""
                        select l.line_number, l.net_amount from invoice i join invoice_line l on l.invoice_id = i.id
                        where i.reference = :number""").param("number", invoiceNumber));
    }

    @Override
    public Map<Integer, BigDecimal> givenBack(String invoiceNumber) {
        return byLine(db.sql("""
                        select c.credits_line_number, -sum(c.net_amount) from invoice i
                          join invoice_line c on c.credits_invoice_id = i.id
                          join invoice later on later.id = c.invoice_id and later.state not in ('onHold', 'withdrawn')
                        where i.reference = :number group by c.credits_line_number""").param("number", invoiceNumber));
    }

    @Override
    public void creditLines(String invoiceNumber) {
        db.sql("""
                        insert into invoice_line_state (invoice_id, line_number, enterprise_id, account_id, state,
                          credited_amount)
                        select l.invoice_id, l.line_number, l.enterprise_id, l.account_id, 'generated', l.net_amount
                        from invoice i join invoice_line l on l.invoice_id = i.id and l.net_amount > 0
                        where i.reference = :number
                        on conflict (invoice_id, line_number)
                          do update set credited_amount = excluded.credited_amount""").param("number", invoiceNumber).update();
    }
}
