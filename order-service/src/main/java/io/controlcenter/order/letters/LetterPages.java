package io.controlcenter.order.letters;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.letters.OrderDocument.Kind;
import io.controlcenter.platform.documents.Pdf;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A document as a page, and as a tagged PDF (PDF/UA) with its fonts in it. */
@Component
class LetterPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private final ITemplateEngine templates;
    private final Documents documents;

    LetterPages(ITemplateEngine templates, Documents documents) {
        this.templates = templates;
        this.documents = documents;
    }

    /** What the templates say in words. */
    public static final class Words {

        private final ZoneId zone;

        Words(@Nullable ZoneId zone) {
            this.zone = Objects.requireNonNullElse(zone, ZoneOffset.UTC);
        }

        public String money(Money money) {
            var format = NumberFormat.getCurrencyInstance(Locale.US);
            format.setCurrency(Currency.getInstance(money.currency()));
            return format.format(money.amount());
        }

        public String day(LocalDate date) {
            return DAY.format(date);
        }

        public String dayOf(Instant at) {
            return DAY.format(at.atZone(zone));
        }

        public String months(int term) {
            return term == 1 ? "1 month" : term + " months";
        }

        public String action(String action) {
            return switch (action) {
                case "ADD" -> "New";
                case "MODIFY" -> "Change";
                case "DELETE" -> "Disconnect";
                default -> action;
            };
        }
    }

    String html(Kind kind, Documents.Issued issued) {
        var document = documents.read(issued);
        var context = new Context(Locale.US);
        context.setVariable("letter", document);
        context.setVariable("words", new Words(document.zone()));
        return templates.process("letters/" + issued.template() + "/" + kind.path(), context);
    }

    byte[] pdf(Kind kind, Documents.Issued issued) {
        return Pdf.of(html(kind, issued));
    }
}
