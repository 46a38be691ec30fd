package io.controlcenter.identity.secondfactor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A picture for cameras, drawn by one path so that a page can show it without script or foreign image.
 *
 * @param size of the square, quiet zone included; a module is one unit
 * @param path of an SVG
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    static QrCode of(String text) {
        try {
            var modules = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException e) {
            throw new IllegalStateException("No picture could be made", e);
        }
    }

    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
