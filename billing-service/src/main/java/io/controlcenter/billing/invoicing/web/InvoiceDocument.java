package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An invoice as a page for people, by the template {@code invoice.html}. */
@Component
class InvoiceDocument {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private final ITemplateEngine templates;

    InvoiceDocument(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** What the template says in words. */
    public static final class Words {

        public String money(Money money) {
            var format = NumberFormat.getCurrencyInstance(Locale.US);
            format.setCurrency(Currency.getInstance(money.currency()));
            format.setMinimumFractionDigits(Money.scale(money.currency()));
            format.setMaximumFractionDigits(Money.scale(money.currency()));
            return format.format(money.amount());
        }

        public String day(LocalDate date) {
            return DAY.format(date);
        }

        /** Both ends are in it, for people. */
        public String days(ReadingInvoices.Line line) {
            var last = line.coverage().lastDay();
            return last.equals(line.coverage().start())
                    ? day(last)
                    : day(line.coverage().start()) + " – " + day(last);
        }

        /** How a part of a month was calculated. */
        public String calculation(ReadingInvoices.Line line) {
            var proration = line.proration();
            return proration == null || !proration.prorated()
                    ? ""
                    : "%s × %d ÷ %d days"
                            .formatted(money(line.unitAmount()), proration.numerator(), proration.denominator());
        }
    }

    /** The lines of one service, or of the account itself. */
    public record Section(String title, String subtitle, List<ReadingInvoices.Line> lines) {}

    String html(ReadingInvoices.Head invoice, List<ReadingInvoices.Line> lines) {
        var context = new Context(Locale.US);
        context.setVariable("invoice", invoice);
        context.setVariable("sections", sections(lines));
        context.setVariable("words", new Words());
        return templates.process("invoice", context);
    }

    private static List<Section> sections(List<ReadingInvoices.Line> lines) {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (var line : lines) {
            var service = line.provenance().service();
            var key = service == null ? "" : service.serviceId();
            var section = sections.computeIfAbsent(key, _ -> section(line));
            section.lines().add(line);
        }
        return List.copyOf(sections.values());
    }

    private static Section section(ReadingInvoices.Line line) {
        var service = line.provenance().service();
        if (service == null) {
            return new Section("Account charges", "", new java.util.ArrayList<>());
        }
        var subtitle = "%s · %s · order %s, in service since %s"
                .formatted(
                        service.serviceId(),
                        Objects.requireNonNullElse(service.location(), "no location"),
                        service.orderNumber(),
                        DAY.format(service.commencementDate()));
        return new Section(service.productName(), subtitle, new java.util.ArrayList<>());
    }
}
