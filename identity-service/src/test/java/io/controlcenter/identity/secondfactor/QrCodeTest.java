package io.controlcenter.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    /** Drawn as a browser draws the path, and read as a camera reads it. */
    @Test
    void a_camera_reads_what_the_path_draws() throws Exception {
        var uri = Totp.uri(Totp.newSecret(), "ada@acme.example");
        assertThat(read(QrCode.of(uri))).isEqualTo(uri);
    }

    private static String read(QrCode code) throws Exception {
        var side = code.size() * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        var modules = MODULE.matcher(code.path());
        while (modules.find()) {
            int left = Integer.parseInt(modules.group(1)) * SCALE;
            int top = Integer.parseInt(modules.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + SCALE, 0);
            }
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
