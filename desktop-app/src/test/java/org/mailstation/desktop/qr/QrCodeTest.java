package org.mailstation.desktop.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 3;

    /** What a camera makes of it. */
    private static String photographed(QrCode code) throws ReaderException {
        int side = (code.size() + 2 * QrCode.BORDER) * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        for (int y = 0; y < code.size() * SCALE; y++) {
            for (int x = 0; x < code.size() * SCALE; x++) {
                if (code.dark(x / SCALE, y / SCALE)) {
                    int border = QrCode.BORDER * SCALE;
                    pixels[(y + border) * side + x + border] = 0;
                }
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }

    @Test
    void a_camera_reads_what_was_written_umlauts_too() throws ReaderException {
        String text = "Mail: jörg@müller-family.example\nIMAP mail.example:993 SSL/TLS";
        assertThat(photographed(QrCode.of(text))).isEqualTo(text);
        String page = "https://mail.example.org/mobileconfig?email=a%2Bb%40example.org";
        assertThat(photographed(QrCode.of(page))).isEqualTo(page);
    }

    @Test
    void what_no_phone_could_read_from_a_screen_is_refused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(QrCode.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrCode.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
