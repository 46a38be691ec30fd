package io.controlcenter.billing.documents;

import com.helger.ubl21.UBL21Marshaller;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import java.math.BigDecimal;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.InvoicedQuantityType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An invoice as UBL 2.1 that keeps the rules of EN 16931. */
@Component
class InvoiceUbl {

    static final String EN_16931 = "urn:cen.eu:en16931:2017";
    private static final String COMMERCIAL_INVOICE = "380";
    static final String ONE = "C62";
    private final SellerSettings seller;

    InvoiceUbl(SellerSettings seller) {
        this.seller = seller;
    }

    byte[] write(InvoiceFacts facts) {
        return Objects.requireNonNull(
                UBL21Marshaller.invoice().setFormattedOutput(true).getAsBytes(document(facts)),
                "The invoice does not fit the schema of UBL 2.1");
    }

    private InvoiceType document(InvoiceFacts facts) {
        var invoice = facts.invoice();
        var taxes = new UblTaxes(invoice.currency(), facts.taxes(), facts.supplied(), seller.vatId() != null);
        var ubl = new InvoiceType();
        ubl.setCustomizationID(EN_16931);
        ubl.setID(invoice.reference());
        ubl.setIssueDate(invoice.billDate());
        ubl.setDueDate(invoice.dueDate());
        ubl.setInvoiceTypeCode(COMMERCIAL_INVOICE);
        ubl.addNote(new NoteType("Total amount due with what is brought forward: "
                + invoice.totals().totalAmountDue().amount().toPlainString() + " " + invoice.currency()));
        ubl.setDocumentCurrencyCode(invoice.currency());
        ubl.setBuyerReference(invoice.accountId());
        ubl.addInvoicePeriod(period(invoice.period().start(), invoice.period().lastDay()));
        ubl.setAccountingSupplierParty(UblParties.seller(seller, taxes.hasVat()));
        ubl.setAccountingCustomerParty(UblParties.buyer(facts.buyer()));
        taxes.charges().forEach(ubl::addAllowanceCharge);
        ubl.addTaxTotal(taxes.total());
        ubl.setLegalMonetaryTotal(taxes.monetaryTotal());
        facts.billed().forEach(line -> ubl.addInvoiceLine(line(line, taxes)));
        return ubl;
    }

    private static PeriodType period(java.time.LocalDate start, java.time.LocalDate last) {
        var period = new PeriodType();
        period.setStartDate(start);
        period.setEndDate(last);
        return period;
    }

    /** What is given back has a quantity of minus one: a price is never negative (BR-27). */
    private static InvoiceLineType line(ReadingInvoices.Line line, UblTaxes taxes) {
        var net = line.netAmount().amount();
        var currency = line.netAmount().currency();
        var ubl = new InvoiceLineType();
        ubl.setID(Integer.toString(line.number()));
        ubl.setInvoicedQuantity(quantity(line));
        ubl.setLineExtensionAmount(net).setCurrencyID(currency);
        ubl.addInvoicePeriod(period(line.coverage().start(), line.coverage().lastDay()));
        ubl.setItem(item(line, taxes));
        ubl.setPrice(price(line));
        return ubl;
    }

    private static InvoicedQuantityType quantity(ReadingInvoices.Line line) {
        var usage = used(line);
        var one = line.netAmount().amount().signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        var quantity = new InvoicedQuantityType(usage == null ? one : usage.quantity());
        quantity.setUnitCode(usage == null ? ONE : usage.unit().code());
        return quantity;
    }

    /** What costs something though nothing was used is one charge. */
    private static ReadingInvoices.@Nullable Usage used(ReadingInvoices.Line line) {
        var usage = line.usage();
        return usage == null || usage.quantity().signum() == 0 ? null : usage;
    }

    /** Of one unit; of usage without a single rate, of all that was used (BT-149). */
    private static PriceType price(ReadingInvoices.Line line) {
        var net = line.netAmount();
        var usage = used(line);
        var rate = usage == null ? null : line.unitAmount();
        var price = new PriceType();
        price.setPriceAmount(rate == null ? net.amount().abs() : rate.amount()).setCurrencyID(net.currency());
        if (usage != null && rate == null) {
            price.setBaseQuantity(usage.quantity()).setUnitCode(usage.unit().code());
        }
        return price;
    }

    private static ItemType item(ReadingInvoices.Line line, UblTaxes taxes) {
        var item = new ItemType();
        item.setName(line.description());
        var service = line.provenance().service();
        if (service != null) {
            item.addDescription(new oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.DescriptionType(
                    service.productName() + ", service " + service.serviceId()));
        }
        item.addClassifiedTaxCategory(taxes.category(line.taxRuleIds()));
        return item;
    }
}
