package io.controlcenter.billing.receivables.persistence;

import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.receivables.application.Collections;
import io.controlcenter.billing.receivables.domain.Dunning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Collections by SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcCollections implements Collections {

    private final JdbcClient db;

    JdbcCollections(JdbcClient db) {
        this.db = db;
    }

    /** A day begins first at UTC+14: that bounds both searches by their indexes before zones are looked at. */
    @Override
    public List<String> due(Instant now, int limit) {
        return db.sql("""
                        (select i.reference from invoice i join billing_account a on a.account_id = i.account_id
                         where i.state in ('issued', 'partiallyPaid') and not i.past_due
                           and i.due_date < cast(:latest as date)
                           and i.due_date < cast(cast(:now as timestamptz) at time zone a.time_zone as date)
                           and (i.amount_due - i.paid_amount - i.credited_amount - i.disputed_amount > 0
                             or not exists (select 1 from collection c where c.invoice_number = i.reference))
                         order by i.due_date, i.id limit :limit)
                        union all
                        (select c.invoice_number from collection c
                         where c.next_on <= cast(:latest as date)
                           and c.next_on <= cast(cast(:now as timestamptz) at time zone c.time_zone as date)
                         order by c.next_on limit :limit)""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("latest", LocalDate.ofInstant(now, ZoneOffset.ofHours(14)))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public Collection of(InvoiceStanding invoice, ZoneId zone) {
        return db.sql("select * from collection where invoice_number = :number for update")
                .param("number", invoice.invoiceNumber())
                .query((row, _) -> new Collection(
                        row.getString("invoice_number"),
                        row.getString("enterprise_id"),
                        row.getString("account_id"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getObject("due_date", LocalDate.class),
                        row.getInt("dunning_step"),
                        row.getInt("late_months"),
                        row.getBigDecimal("late_charged"),
                        row.getObject("next_on", LocalDate.class)))
                .optional()
                .orElseGet(() -> new Collection(
                        invoice.invoiceNumber(),
                        invoice.enterpriseId(),
                        invoice.accountId(),
                        zone,
                        invoice.dueDate(),
                        0,
                        0,
                        BigDecimal.ZERO,
                        null));
    }

    @Override
    public void save(Collection collection) {
        db.sql("""
                        insert into collection (invoice_number, enterprise_id, account_id, time_zone, due_date,
                          dunning_step, late_months, late_charged, next_on)
                        values (:number, :enterprise, :account, :zone, :due, :step, :months, :charged, :next)
                        on conflict (invoice_number) do update set dunning_step = :step, late_months = :months,
                          late_charged = :charged, next_on = :next""")
                .param("number", collection.invoiceNumber())
                .param("enterprise", collection.enterpriseId())
                .param("account", collection.accountId())
                .param("zone", collection.zone().getId())
                .param("due", collection.dueDate())
                .param("step", collection.dunningStep())
                .param("months", collection.lateMonths())
                .param("charged", collection.lateCharged())
                .param("next", collection.nextOn())
                .update();
    }

    @Override
    public Dunning dunning() {
        return new Dunning(db.sql("select step, days_past_due, name from dunning_step order by step")
                .query((row, _) -> new Dunning.Step(row.getInt(1), row.getInt(2), row.getString(3)))
                .list());
    }
}
