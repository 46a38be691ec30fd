package io.controlcenter.billing.documents;

import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An invoice as a page for people, by the template {@code invoice.html}; the PDF is made of the same page. */
@Component
class InvoicePage {

    /** Characters that XML has no place for; names may come from anywhere. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private final ITemplateEngine templates;
    private final SellerSettings seller;

    InvoicePage(ITemplateEngine templates, SellerSettings seller) {
        this.templates = templates;
        this.seller = seller;
    }

    /** The lines of one service, or of the account itself. */
    record Section(String title, String subtitle, List<ReadingInvoices.Line> lines) {}

    String html(InvoiceFacts facts) {
        var context = new Context(Locale.US);
        context.setVariable("invoice", facts.invoice());
        context.setVariable("facts", facts);
        context.setVariable("seller", seller);
        context.setVariable("sections", sections(facts.lines()));
        context.setVariable("words", new InvoiceWords(facts.invoice().currency()));
        return printable(templates.process("invoice", context));
    }

    static String printable(String html) {
        return UNPRINTABLE.matcher(html).replaceAll("");
    }

    private static List<Section> sections(List<ReadingInvoices.Line> lines) {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (var line : lines) {
            var service = line.provenance().service();
            var key = service == null ? "" : service.serviceId();
            sections.computeIfAbsent(key, _ -> section(line)).lines().add(line);
        }
        return List.copyOf(sections.values());
    }

    private static Section section(ReadingInvoices.Line line) {
        var service = line.provenance().service();
        if (service == null) {
            return new Section("Account charges", "Not tied to a service", new ArrayList<>());
        }
        var circuit = service.circuitId() == null ? "" : " · circuit " + service.circuitId();
        var subtitle = "%s%s · %s · order %s, in service since %s"
                .formatted(
                        service.serviceId(),
                        circuit,
                        Objects.requireNonNullElse(service.location(), "no location"),
                        service.orderNumber(),
                        day(service.commencementDate()));
        return new Section(service.productName(), subtitle, new ArrayList<>());
    }

    private static String day(LocalDate date) {
        return InvoiceWords.DAY.format(date);
    }
}
