package io.controlcenter.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final String PAGE = """
            <html lang="en"><head><title>A letter</title><meta name="subject" content="A letter"/>
            <meta name="description" content="A letter"/><meta name="author" content="Us"/>
            <style>body { font-family: "Open Sans" }</style></head>
            <body><h1>Dear reader</h1><p>Grüße</p></body></html>""";

    @Test
    void a_page_is_readable_tagged_and_brings_its_font() throws IOException {
        try (var pdf = Loader.loadPDF(Pdf.of(PAGE))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Dear reader", "Grüße");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A letter");
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }
}
