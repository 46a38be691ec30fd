package io.controlcenter.identity.registration;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which invoices there were, as long as their numbers prove something. */
@Component
class RecentInvoices implements DueWork {

    private final JdbcClient db;
    private final RegistrationSettings settings;

    RecentInvoices(JdbcClient db, RegistrationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    record InvoiceIssued(String invoiceNumber, String accountId, LocalDate billDate) {}

    @OnEvent(topic = "billing.invoice.v1", type = "billing.invoice.issued.v1")
    @Transactional
    void issued(Event<InvoiceIssued> event) {
        var invoice = event.data();
        db.sql("insert into recent_invoice values (:number, :account, :on) on conflict do nothing")
                .param("number", invoice.invoiceNumber())
                .param("account", invoice.accountId())
                .param("on", invoice.billDate())
                .update();
    }

    @Override
    public String name() {
        return "forget-old-invoices";
    }

    @Override
    @Transactional
    public int doDue(Instant now) {
        return db.sql("""
                        delete from recent_invoice where invoice_number in (
                          select invoice_number from recent_invoice where bill_date < :oldest limit 1000)""").param("oldest", oldest(now)).update();
    }

    /** The first day whose invoices still count. */
    LocalDate oldest(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minus(settings.invoicesFor());
    }
}
