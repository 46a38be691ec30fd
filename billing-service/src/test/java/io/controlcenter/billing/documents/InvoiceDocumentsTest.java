package io.controlcenter.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.helger.phive.en16931.EN16931Validation;
import io.controlcenter.platform.documents.Pdf;
import io.controlcenter.platform.problem.Problem;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** Invoices as documents: by the rules of EN 16931, readable, safe, and fast enough. */
class InvoiceDocumentsTest {

    private static final SellerSettings SELLER = SampleInvoices.SELLER;
    private static final Set<DocumentFormat> ALL = EnumSet.allOf(DocumentFormat.class);

    private static InvoicePage page() {
        return new InvoicePage(Documents.templates(), SELLER);
    }

    private static byte[] pdf(InvoiceFacts facts) {
        return Pdf.of(page().html(facts));
    }

    private static List<String> violations(byte[] ubl) {
        return Documents.violations(ubl, EN16931Validation.VID_UBL_INVOICE_1316);
    }

    @ParameterizedTest
    @EnumSource(SampleInvoices.Kind.class)
    void an_invoice_as_ubl_keeps_the_rules_of_en_16931(SampleInvoices.Kind kind) {
        assertThat(violations(new InvoiceUbl(SELLER).write(SampleInvoices.of(kind))))
                .isEmpty();
    }

    @Test
    void usage_in_any_unit_keeps_the_rules_and_says_quantity_and_price() {
        assertThat(violations(new InvoiceUbl(SELLER).write(SampleInvoices.inEachUnit())))
                .isEmpty();
        var ubl = new String(
                new InvoiceUbl(SELLER).write(SampleInvoices.of(SampleInvoices.Kind.USAGE)),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(ubl)
                .contains("<cbc:InvoicedQuantity unitCode=\"MIN\">1234.5<", ">0.0125</cbc:PriceAmount>")
                .contains("<cbc:InvoicedQuantity unitCode=\"E34\">800.25<", ">41.07</cbc:PriceAmount>")
                .containsOnlyOnce("<cbc:BaseQuantity")
                .contains("<cbc:BaseQuantity unitCode=\"E34\">800.25<");
    }

    @Test
    void usage_is_explained_and_summed_by_type_also_on_a_summary() throws Exception {
        var facts = SampleInvoices.of(SampleInvoices.Kind.USAGE);
        try (var whole = Loader.loadPDF(pdf(facts));
                var summary = Loader.loadPDF(pdf(facts.summary()))) {
            assertThat(new PDFTextStripper().getText(whole))
                    .contains("1,234.5 min × $0.0125", "Long-distance minutes (usage)", "800.25 GB");
            assertThat(new PDFTextStripper().getText(summary))
                    .contains("Usage charges $56.50", "Usage by usage type", "Data out 800.25 GB 3 $41.07")
                    .doesNotContain("× $0.0125");
        }
        assertThat(InvoiceCsv.write(facts).lines())
                .anySatisfy(row -> assertThat(row)
                        .contains(",4,USAGE,", ",0.0125,,,15.43,USD,")
                        .endsWith(",S-20000000/USAGE/VOICE_LD,VOICE_LD,1234.5,MIN"))
                .anySatisfy(row -> assertThat(row).contains(",5,USAGE,").endsWith(",DATA_OUT,800.25,E34"));
    }

    @Test
    void a_document_that_breaks_a_rule_is_found_out() {
        var ubl = new String(
                new InvoiceUbl(SELLER).write(SampleInvoices.of(SampleInvoices.Kind.FEES)),
                java.nio.charset.StandardCharsets.UTF_8);
        var wrong = ubl.replaceFirst("(<cbc:PayableAmount[^>]*>)[0-9.]+", "$11.00");
        assertThat(wrong).isNotEqualTo(ubl);
        assertThat(violations(wrong.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .anySatisfy(violation -> assertThat(violation).contains("BR-CO-16"));
    }

    @Test
    void a_pdf_is_tagged_says_its_language_and_carries_its_fonts_and_page_numbers() throws Exception {
        try (var document = Loader.loadPDF(pdf(SampleInvoices.of(SampleInvoices.Kind.FEES)))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Invoice INV-2026-000007");
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Total amount due", "How to read this invoice", "Page 1 of", "$1,000.00 × 9 ÷ 30 days")
                    .contains("Federal universal service fee", "Aging of earlier invoices");
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(3);
            for (var font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void a_summary_says_what_is_due_and_leaves_the_services_out() throws Exception {
        var facts = SampleInvoices.of(SampleInvoices.Kind.FEES);
        try (var whole = Loader.loadPDF(pdf(facts));
                var summary = Loader.loadPDF(pdf(facts.summary()))) {
            assertThat(summary.getNumberOfPages()).isEqualTo(whole.getNumberOfPages() - 1);
            assertThat(new PDFTextStripper().getText(summary))
                    .contains("Total amount due", "Charges by product", "Federal universal service fee")
                    .doesNotContain("Service detail", "$1,000.00 × 9 ÷ 30 days");
        }
    }

    @Test
    void five_thousand_lines_make_a_pdf_within_ten_seconds() throws Exception {
        var facts = SampleInvoices.large(5_000);
        var clock = ManagementFactory.getThreadMXBean();
        var begun = clock.getCurrentThreadCpuTime();
        var pdf = pdf(facts);
        // its own time on a core: what others do on the machine meanwhile does not count
        var took = Duration.ofNanos(clock.getCurrentThreadCpuTime() - begun);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(50);
        }
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_name_from_outside_is_text_in_every_form() {
        var facts = SampleInvoices.named("=cmd|'/c calc'!A1 <b>Acme</b> & \u0007 Sons");
        assertThat(page().html(facts)).doesNotContain("<b>Acme</b>").doesNotContain("\u0007");
        assertThat(pdf(facts)).isNotEmpty();
        assertThat(InvoiceCsv.write(facts))
                .contains("'=cmd")
                .doesNotContain(",=cmd")
                .doesNotContain("\"=cmd");
        assertThat(violations(new InvoiceUbl(SELLER).write(SampleInvoices.named("A & B <c>"))))
                .isEmpty();
    }

    @Test
    void csv_has_a_row_per_line_and_per_tax() {
        var rows = InvoiceCsv.write(SampleInvoices.of(SampleInvoices.Kind.FEES))
                .lines()
                .toList();
        assertThat(rows.getFirst()).startsWith("invoiceNumber,accountId,billDate,dueDate,lineId,type");
        assertThat(rows).hasSize(1 + 3 + 2);
        assertThat(rows.get(1)).contains("INV-2026-000007,A-1000001,2026-07-01,2026-07-31,1,PARTIAL,", ",300.00,USD,");
    }

    @ParameterizedTest
    @CsvSource({
        ", , HTML",
        "pdf, text/html, PDF",
        "UBL, , UBL",
        ", application/pdf, PDF",
        ", '*/*', HTML",
        ", 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', HTML",
        ", text/csv, CSV",
        ", application/xml, UBL",
    })
    void the_form_follows_the_parameter_then_the_accept_header(String format, String accept, DocumentFormat wanted)
            throws Exception {
        assertThat(DocumentFormat.wanted(format, accept, ALL)).isEqualTo(wanted);
    }

    @Test
    void other_forms_are_refused() {
        assertThatThrownBy(() -> DocumentFormat.wanted("docx", null, ALL)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> DocumentFormat.wanted(null, "image/png", ALL))
                .isInstanceOf(HttpMediaTypeNotAcceptableException.class);
    }
}
