package io.controlcenter.billing.documents;

import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as CSV (RFC 4180): a row per line, then one per tax. Text that a spreadsheet would take for a formula gets
 * an apostrophe before it.
 */
final class InvoiceCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "invoiceNumber",
                    "accountId",
                    "billDate",
                    "dueDate",
                    "lineId",
                    "type",
                    "description",
                    "serviceId",
                    "circuitId",
                    "productCode",
                    "productName",
                    "location",
                    "coverageStart",
                    "coverageLastDay",
                    "unitAmount",
                    "days",
                    "ofDays",
                    "netAmount",
                    "currency",
                    "orderNumber",
                    "chargeId",
                    "usageType",
                    "quantity",
                    "unit")
            .get();

    private InvoiceCsv() {}

    static String write(InvoiceFacts facts) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (var line : facts.lines()) {
                csv.printRecord(row(facts.invoice(), line));
            }
            for (var tax : facts.taxes()) {
                csv.printRecord(row(facts.invoice(), tax));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<@Nullable Object> head(ReadingInvoices.Head invoice) {
        return new ArrayList<>(
                List.of(invoice.reference(), invoice.accountId(), invoice.billDate(), invoice.dueDate()));
    }

    private static List<@Nullable Object> row(ReadingInvoices.Head invoice, ReadingInvoices.Line line) {
        var service = line.provenance().service();
        var proration = line.proration();
        var row = head(invoice);
        row.add(line.number());
        row.add(line.type());
        row.add(text(line.description()));
        row.add(service == null ? null : service.serviceId());
        row.add(service == null ? null : text(service.circuitId()));
        row.add(service == null ? null : text(service.productCode()));
        row.add(service == null ? null : text(service.productName()));
        row.add(service == null ? null : text(service.location()));
        row.add(line.coverage().start());
        row.add(line.coverage().lastDay());
        var unitAmount = line.unitAmount();
        row.add(unitAmount == null ? null : unitAmount.amount().toPlainString());
        row.add(proration == null ? null : proration.numerator());
        row.add(proration == null ? null : proration.denominator());
        row.add(line.netAmount().amount().toPlainString());
        row.add(line.netAmount().currency());
        row.add(service == null ? null : service.orderNumber());
        row.add(line.provenance().chargeId());
        var usage = line.usage();
        row.add(usage == null ? null : text(usage.usageType()));
        row.add(line.quantity().toPlainString());
        row.add(usage == null ? null : usage.unit().code());
        return row;
    }

    private static List<@Nullable Object> row(ReadingInvoices.Head invoice, TaxLine tax) {
        var row = head(invoice);
        row.add(null);
        row.add(tax.tax().kind());
        row.add(text(tax.tax().name()));
        for (int i = 0; i < 7; i++) {
            row.add(null);
        }
        row.add(tax.taxable().toPlainString());
        row.add(tax.tax().percent().toPlainString());
        row.add(100);
        row.add(tax.amount().toPlainString());
        row.add(invoice.currency());
        row.add(null);
        row.add(text(tax.tax().code()));
        for (int i = 0; i < 3; i++) {
            row.add(null);
        }
        return row;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}
