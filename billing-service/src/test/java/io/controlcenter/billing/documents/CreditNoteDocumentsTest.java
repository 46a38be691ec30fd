package io.controlcenter.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.phive.en16931.EN16931Validation;
import com.helger.ubl21.UBL21Marshaller;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.receivables.domain.CreditedTaxes;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.platform.documents.Pdf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Credit notes as documents: by the rules of EN 16931, and saying what they give back. */
class CreditNoteDocumentsTest {

    private static final CreditNoteUbl UBL = new CreditNoteUbl(SampleInvoices.SELLER);
    private static final CreditNotePage PAGE = new CreditNotePage(Documents.templates(), SampleInvoices.SELLER);

    private static CreditNote note(
            InvoiceFacts invoice, List<CreditNote.Line> lines, BigDecimal net, CreditNote.@Nullable Source source) {
        var taxed = invoice.lines().stream()
                .flatMap(line -> credited(line.number(), lines, line.netAmount().amount(), source).stream()
                        .map(amount -> new TaxLine.Taxed(
                                amount,
                                line.taxRuleIds().stream()
                                        .map(SampleInvoices::tax)
                                        .toList())))
                .toList();
        var currency = invoice.invoice().currency();
        var taxes = TaxLine.of(taxed, Money.scale(currency));
        return new CreditNote(
                "CN-2026-000003",
                "ENT-1",
                "A-1000001",
                invoice.invoice().reference(),
                CreditNote.Reason.DISPUTE,
                net.add(CreditedTaxes.sum(taxes)),
                taxes,
                currency,
                "Billed <twice> & wrongly",
                lines,
                source,
                LocalDate.parse("2026-07-20"),
                Instant.parse("2026-07-20T15:00:00Z"),
                "Billing Coordinator");
    }

    private static List<BigDecimal> credited(
            int number, List<CreditNote.Line> lines, BigDecimal whole, CreditNote.@Nullable Source source) {
        return source != null && source.type().equals("WITHDRAWAL")
                ? List.of(whole)
                : lines.stream()
                        .filter(line -> line.number() == number)
                        .map(CreditNote.Line::amount)
                        .toList();
    }

    private static CreditNoteFacts facts(InvoiceFacts invoice, CreditNote note) {
        return new CreditNoteFacts(
                note, invoice.invoice(), CreditNoteFacts.lines(note, invoice.lines()), invoice.buyer());
    }

    /** So much of each line that was charged. */
    private static CreditNoteFacts part(InvoiceFacts invoice, UnaryOperator<BigDecimal> share) {
        var scale = Money.scale(invoice.invoice().currency());
        var lines = invoice.lines().stream()
                .filter(line -> line.netAmount().amount().signum() > 0)
                .map(line -> new CreditNote.Line(
                        Integer.toString(line.number()),
                        share.apply(line.netAmount().amount())
                                .setScale(scale, RoundingMode.HALF_UP)
                                // as the database has it
                                .setScale(4, RoundingMode.UNNECESSARY)))
                .toList();
        var net = lines.stream().map(CreditNote.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return facts(invoice, note(invoice, lines, net, new CreditNote.Source("BILLING_REQUEST", "BR-10000001")));
    }

    private static CreditNoteFacts whole(InvoiceFacts invoice) {
        var net = invoice.invoice().totals().currentCharges().amount();
        return facts(
                invoice,
                note(
                        invoice,
                        List.of(),
                        net,
                        new CreditNote.Source("WITHDRAWAL", invoice.invoice().reference())));
    }

    private static CreditNoteFacts toTheAccount() {
        var invoice = SampleInvoices.of(SampleInvoices.Kind.PLAIN);
        var note = new CreditNote(
                "CN-2026-000004",
                "ENT-1",
                "A-1000001",
                null,
                CreditNote.Reason.GOODWILL,
                new BigDecimal("50.0000"),
                List.of(),
                "USD",
                "Sorry",
                List.of(),
                null,
                LocalDate.parse("2026-07-20"),
                Instant.parse("2026-07-20T15:00:00Z"),
                "Billing Coordinator");
        return new CreditNoteFacts(note, null, CreditNoteFacts.lines(note, List.of()), invoice.buyer());
    }

    private static List<String> violations(CreditNoteFacts facts) {
        return Documents.violations(UBL.write(facts), EN16931Validation.VID_UBL_CREDIT_NOTE_1316);
    }

    private static BigDecimal payable(CreditNoteFacts facts) {
        var ubl = Objects.requireNonNull(UBL21Marshaller.creditNote().read(UBL.write(facts)));
        return ubl.getLegalMonetaryTotal().getPayableAmountValue();
    }

    @ParameterizedTest
    @EnumSource(value = SampleInvoices.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "ONLY_CREDITS")
    void a_credit_of_lines_or_of_all_of_an_invoice_keeps_the_rules_of_en_16931(SampleInvoices.Kind kind) {
        var invoice = SampleInvoices.of(kind);
        assertThat(violations(part(invoice, net -> net.multiply(new BigDecimal("0.37")))))
                .isEmpty();
        assertThat(violations(whole(invoice))).isEmpty();
        assertThat(payable(whole(invoice)))
                .isEqualByComparingTo(invoice.invoice().totals().amountDue().amount());
    }

    @Test
    void a_credit_to_the_account_is_outside_of_taxes() {
        assertThat(violations(toTheAccount())).isEmpty();
        assertThat(payable(toTheAccount())).isEqualByComparingTo("50.00");
    }

    @Test
    void a_document_that_breaks_a_rule_is_found_out() {
        var ubl = new String(
                UBL.write(whole(SampleInvoices.of(SampleInvoices.Kind.FEES))), java.nio.charset.StandardCharsets.UTF_8);
        var wrong = ubl.replaceFirst("(<cbc:PayableAmount[^>]*>)[0-9.]+", "$11.00");
        assertThat(Documents.violations(
                        wrong.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        EN16931Validation.VID_UBL_CREDIT_NOTE_1316))
                .anySatisfy(violation -> assertThat(violation).contains("BR-CO-16"));
    }

    @Property(tries = 500)
    void what_is_payable_is_what_the_note_gives_back(@ForAll long seed) {
        var random = new Random(seed);
        var facts =
                part(SampleInvoices.random(seed), net -> net.multiply(BigDecimal.valueOf(random.nextInt(1, 101), 2)));
        assertThat(payable(facts)).isEqualByComparingTo(facts.note().amount());
    }

    @Test
    void page_and_pdf_say_what_is_given_back_of_which_invoice_and_why() throws Exception {
        var facts = part(SampleInvoices.of(SampleInvoices.Kind.FEES), net -> net.multiply(new BigDecimal("0.5")));
        assertThat(PAGE.html(facts))
                .contains("Billed &lt;twice&gt; &amp; wrongly")
                .doesNotContain("<twice>");
        try (var document = Loader.loadPDF(Pdf.of(PAGE.html(facts)))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Credit note CN-2026-000003");
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Invoice INV-2026-000007 of Jul 1, 2026",
                            "BR-10000001",
                            "Dispute: Billed <twice> & wrongly")
                    .contains("$150.00", "$1,025.00", "Illinois telecommunications excise tax", "Page 1 of 1");
        }
    }
}
