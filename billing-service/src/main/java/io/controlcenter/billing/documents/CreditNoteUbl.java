package io.controlcenter.billing.documents;

import com.helger.ubl21.UBL21Marshaller;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import java.math.BigDecimal;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.CreditedQuantityType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import org.springframework.stereotype.Component;

/** A credit note as UBL 2.1 that keeps the rules of EN 16931; what is given back is positive in it. */
@Component
class CreditNoteUbl {

    private static final String CREDIT_NOTE = "381";
    private final SellerSettings seller;

    CreditNoteUbl(SellerSettings seller) {
        this.seller = seller;
    }

    byte[] write(CreditNoteFacts facts) {
        return Objects.requireNonNull(
                UBL21Marshaller.creditNote().setFormattedOutput(true).getAsBytes(document(facts)),
                "The credit note does not fit the schema of UBL 2.1");
    }

    private CreditNoteType document(CreditNoteFacts facts) {
        var note = facts.note();
        var taxes = new UblTaxes(note.currency(), facts.taxes(), facts.supplied(), seller.vatId() != null);
        var ubl = new CreditNoteType();
        ubl.setCustomizationID(InvoiceUbl.EN_16931);
        ubl.setID(note.creditNoteNumber());
        ubl.setIssueDate(note.issuedOn());
        ubl.setCreditNoteTypeCode(CREDIT_NOTE);
        ubl.addNote(new NoteType(note.description()));
        ubl.setDocumentCurrencyCode(note.currency());
        ubl.setBuyerReference(note.accountId());
        if (facts.invoice() != null) {
            ubl.addBillingReference(corrected(facts.invoice()));
        }
        ubl.setAccountingSupplierParty(UblParties.seller(seller, taxes.hasVat()));
        ubl.setAccountingCustomerParty(UblParties.buyer(facts.buyer()));
        taxes.charges().forEach(ubl::addAllowanceCharge);
        ubl.addTaxTotal(taxes.total());
        ubl.setLegalMonetaryTotal(taxes.monetaryTotal());
        facts.lines().forEach(line -> ubl.addCreditNoteLine(line(line, note.currency(), taxes)));
        return ubl;
    }

    private static BillingReferenceType corrected(ReadingInvoices.Head invoice) {
        var document = new DocumentReferenceType();
        document.setID(invoice.reference());
        document.setIssueDate(invoice.billDate());
        var reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(document);
        return reference;
    }

    /** What the invoice itself gave back has a quantity of minus one, as there: a price is never negative (BR-27). */
    private static CreditNoteLineType line(CreditNoteFacts.Line line, String currency, UblTaxes taxes) {
        var ubl = new CreditNoteLineType();
        ubl.setID(Integer.toString(line.number()));
        var quantity = new CreditedQuantityType(line.net().signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE);
        quantity.setUnitCode(InvoiceUbl.ONE);
        ubl.setCreditedQuantity(quantity);
        ubl.setLineExtensionAmount(line.net()).setCurrencyID(currency);
        var item = new ItemType();
        item.setName(line.description());
        item.addClassifiedTaxCategory(taxes.category(line.taxRuleIds()));
        ubl.setItem(item);
        var price = new PriceType();
        price.setPriceAmount(line.net().abs()).setCurrencyID(currency);
        ubl.setPrice(price);
        return ubl;
    }
}
