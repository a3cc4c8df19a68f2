package org.mailstation.desktop.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A text as a square of dark and light modules. The white border around it is not part of it. */
public final class QrCode {

    /** Modules of white that a camera needs on each side (ISO/IEC 18004). */
    public static final int BORDER = 4;

    /** In bytes of UTF-8; more would need squares too small for a phone held before a screen. */
    public static final int LONGEST = 600;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /**
     * @throws IllegalArgumentException if the text is empty or longer than {@link #LONGEST}
     */
    public static QrCode of(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > LONGEST) {
            throw new IllegalArgumentException(bytes + " bytes");
        }
        try {
            return new QrCode(
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.CHARACTER_SET,
                                            StandardCharsets.UTF_8.name(),
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.MARGIN,
                                            0)));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** Modules on each side. */
    public int size() {
        return modules.getWidth();
    }

    /** Whether a module is dark; column and row from 0, from the upper left. */
    public boolean dark(int column, int row) {
        return modules.get(column, row);
    }
}
