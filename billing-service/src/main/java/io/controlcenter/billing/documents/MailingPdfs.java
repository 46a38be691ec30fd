package io.controlcenter.billing.documents;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.PdfDelivery;
import io.controlcenter.billing.invoicing.application.InvoiceJournal;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.platform.documents.Pdf;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands issued invoices as PDF to notification, for the accounts that name somebody to mail them to. Bill runs only note
 * which; the PDFs are made afterwards, each in a transaction of its own.
 */
@Component
class MailingPdfs implements InvoiceJournal, DueWork {

    private final JdbcClient db;
    private final ReadingInvoices reading;
    private final ReadingAccounts accounts;
    private final ReadingFacts facts;
    private final InvoicePage page;
    private final Outbox outbox;
    private final DocumentSettings settings;
    private final OneByOne oneByOne;

    MailingPdfs(
            JdbcClient db,
            ReadingInvoices reading,
            ReadingAccounts accounts,
            ReadingFacts facts,
            InvoicePage page,
            Outbox outbox,
            DocumentSettings settings,
            OneByOne oneByOne) {
        this.db = db;
        this.reading = reading;
        this.accounts = accounts;
        this.facts = facts;
        this.page = page;
        this.outbox = outbox;
        this.settings = settings;
        this.oneByOne = oneByOne;
    }

    /**
     * The data of {@code billing.invoice-document.ready.v1}.
     *
     * @param recipients whom the account names
     * @param pdf the document, base64; null when it is to be opened after signing in, or is too long for a mail
     */
    record Ready(
            String invoiceNumber,
            String accountId,
            LocalDate billDate,
            LocalDate dueDate,
            List<String> recipients,
            String fileName,
            @Nullable String pdf) {}

    @Override
    public void issued(List<FinishedInvoice> invoices) {
        db.sql("""
                        insert into pdf_to_mail (invoice_number, enterprise_id, account_id)
                        select i.number, a.enterprise_id, a.account_id
                        from unnest(:numbers, :accounts) as i(number, account_id)
                          cross join lateral (select account_id, enterprise_id from billing_account
                            where account_id = i.account_id and cardinality(pdf_recipients) > 0 offset 0) a""")
                .param(
                        "numbers",
                        invoices.stream().map(FinishedInvoice::reference).toArray(String[]::new))
                .param(
                        "accounts",
                        invoices.stream()
                                .map(invoice -> invoice.draft().account().accountId())
                                .toArray(String[]::new))
                .update();
    }

    @Override
    public String name() {
        return "mail-pdfs";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                limit -> db.sql("select invoice_number from pdf_to_mail order by id limit :most")
                        .param("most", limit)
                        .query(String.class)
                        .list(),
                this::mail);
    }

    private boolean mail(String number) {
        var taken = db.sql("delete from pdf_to_mail where invoice_number = :number")
                .param("number", number)
                .update();
        if (taken == 1) {
            reading.find(number, true).ifPresent(this::hand);
        }
        return true;
    }

    private void hand(ReadingInvoices.Head invoice) {
        var delivery = accounts.find(invoice.accountId()).orElseThrow().pdfDelivery();
        if (delivery.recipients().isEmpty()) {
            return;
        }
        outbox.append(new OutboxEvent(
                "billing.invoice-document.v1",
                "billing.invoice-document.ready.v1",
                invoice.reference(),
                invoice.enterpriseId(),
                invoice.accountId(),
                1,
                new Ready(
                        invoice.reference(),
                        invoice.accountId(),
                        invoice.billDate(),
                        invoice.dueDate(),
                        delivery.recipients(),
                        DocumentFormat.PDF.fileName(invoice.reference()),
                        attachment(invoice, delivery))));
    }

    private @Nullable String attachment(ReadingInvoices.Head invoice, PdfDelivery delivery) {
        if (delivery.secured()) {
            return null;
        }
        var document = Pdf.of(page.html(facts.of(invoice)));
        return document.length > settings.attachUpTo().toBytes()
                ? null
                : Base64.getEncoder().encodeToString(document);
    }
}
