package io.controlcenter.billing.documents;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.receivables.domain.CreditNote;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what documents say. */
@Component
class ReadingFacts {

    private final ReadingInvoices reading;
    private final ReadingAccounts accounts;
    private final JdbcClient db;
    private final SellerSettings seller;

    ReadingFacts(ReadingInvoices reading, ReadingAccounts accounts, JdbcClient db, SellerSettings seller) {
        this.reading = reading;
        this.accounts = accounts;
        this.db = db;
        this.seller = seller;
    }

    @Transactional(readOnly = true)
    InvoiceFacts of(ReadingInvoices.Head invoice) {
        return new InvoiceFacts(
                invoice,
                reading.allLines(invoice.id()),
                reading.taxes(invoice.id()),
                reading.byService(invoice.id()),
                reading.byProduct(invoice.id()),
                reading.byUsageType(invoice.id()),
                buyer(invoice.accountId()));
    }

    /** A credit note says of the lines of its invoice what the invoice said of them. */
    @Transactional(readOnly = true)
    CreditNoteFacts of(CreditNote note) {
        var number = note.invoiceNumber();
        var invoice = number == null ? null : reading.find(number, false).orElseThrow();
        return new CreditNoteFacts(
                note,
                invoice,
                CreditNoteFacts.lines(note, invoice == null ? List.of() : reading.allLines(invoice.id())),
                buyer(note.accountId()));
    }

    private InvoiceFacts.Buyer buyer(String accountId) {
        var account = accounts.find(accountId).orElseThrow();
        var contact = account.billingContact();
        return new InvoiceFacts.Buyer(
                account.name(),
                accountId,
                contact.name(),
                contact.email(),
                country(accountId).orElse(seller.country()));
    }

    private Optional<String> country(String accountId) {
        return db.sql("""
                        select country from rated_service where account_id = :account and country is not null
                        order by start_date, service_id limit 1""").param("account", accountId).query(String.class).optional();
    }
}
