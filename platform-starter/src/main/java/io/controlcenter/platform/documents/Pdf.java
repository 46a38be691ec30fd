package io.controlcenter.platform.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A page as PDF: tagged for screen readers (PDF/UA) and with its font inside, which has to be "Open Sans", regular or
 * bold. The page is XHTML with a language, a title, and {@code subject}, {@code description} and {@code author} among
 * its meta elements. A service that writes PDFs declares openhtmltopdf and the font.
 */
public final class Pdf {

    private static final String FAMILY = "Open Sans";
    private static final String FONTS = "/fonts/ttf/OpenSans/OpenSans-";

    private Pdf() {}

    public static byte[] of(String page) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(page, null)
                    .withProducer("Control Center")
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String weight) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream(FONTS + weight + ".ttf"), weight);
    }
}
