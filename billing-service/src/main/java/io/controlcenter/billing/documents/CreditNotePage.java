package io.controlcenter.billing.documents;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A credit note as a page for people, by the template {@code credit-note.html}; the PDF is made of the same page. */
@Component
class CreditNotePage {

    private final ITemplateEngine templates;
    private final SellerSettings seller;

    CreditNotePage(ITemplateEngine templates, SellerSettings seller) {
        this.templates = templates;
        this.seller = seller;
    }

    String html(CreditNoteFacts facts) {
        var context = new Context(Locale.US);
        context.setVariable("note", facts.note());
        context.setVariable("facts", facts);
        context.setVariable("seller", seller);
        context.setVariable("words", new InvoiceWords(facts.note().currency()));
        return InvoicePage.printable(templates.process("credit-note", context));
    }
}
