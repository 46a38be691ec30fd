package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.invoicing.application.Rebilling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rebilling by SQL. A price whose days go back is billed as far as the invoice found it, like one that had ended there: the
 * next bill takes it from that day on, whatever its account is billed until.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcRebilling implements Rebilling {

    private final JdbcClient db;

    JdbcRebilling(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void hold(String accountId) {
        var _ = db.sql("select id from account_cycle where account_id = :account for update")
                .param("account", accountId)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean isFollowed(String invoiceNumber) {
        return db.sql("""
                        select exists (select from invoice i join invoice later
                            on later.account_id = i.account_id and later.cycle_date > i.cycle_date
                          where i.reference = :number and not exists (select from invoice_line_state s
                            where s.invoice_id = later.id and s.billed_anew))""").param("number", invoiceNumber).query(Boolean.class).single();
    }

    @Override
    public void open(String invoiceNumber) {
        for (var step : new String[] {
            """
            insert into invoice_line_state (invoice_id, line_number, enterprise_id, account_id, state, billed_anew)
            select l.invoice_id, l.line_number, l.enterprise_id, l.account_id, 'generated', true
            from invoice i join invoice_line l on l.invoice_id = i.id where i.reference = :number
            on conflict (invoice_id, line_number) do update set billed_anew = true""",
            """
            update one_time_charge o set invoice_id = null
            from invoice i where i.reference = :number and o.account_id = i.account_id and o.invoice_id = i.id""",
            """
            update usage_record u set invoice_id = null, line_number = null
            from invoice i where i.reference = :number and u.invoice_id = i.id""",
            // a credit line says how far its price was billed, a charged one from where on it was not
            """
            update recurring_charge r set billed = p.until is not null, settled_until = p.until
            from (select l.recurring_charge_id as price,
                coalesce(max(l.coverage_end) filter (where l.type = 'CREDIT'),
                  case when exists (select from invoice_line e
                      left join invoice_line_state s on s.invoice_id = e.invoice_id and s.line_number = e.line_number
                      where e.recurring_charge_id = l.recurring_charge_id and e.type <> 'CREDIT'
                        and not coalesce(s.billed_anew, false))
                    then min(l.coverage_start) end) as until
              from invoice i join invoice_line l on l.invoice_id = i.id
              where i.reference = :number and l.recurring_charge_id is not null
              group by l.recurring_charge_id) p
            where r.id = p.price"""
        }) {
            db.sql(step).param("number", invoiceNumber).update();
        }
    }
}
