package io.controlcenter.billing.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The page of an invoice as PDF: tagged for screen readers (PDF/UA), its fonts inside. */
@Component
class InvoicePdf {

    private static final String FONTS = "/fonts/ttf/OpenSans/OpenSans-";
    private final InvoicePage page;

    InvoicePdf(InvoicePage page) {
        this.page = page;
    }

    byte[] render(InvoiceFacts facts) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("Regular"), "Open Sans", 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("Bold"), "Open Sans", 700, FontStyle.NORMAL, true)
                    .withHtmlContent(page.html(facts), null)
                    .withProducer("Control Center")
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String weight) {
        return Objects.requireNonNull(InvoicePdf.class.getResourceAsStream(FONTS + weight + ".ttf"), weight);
    }
}
