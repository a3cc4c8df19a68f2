package org.mailstation.desktop.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A page for a browser as pages of paper: A4, tagged for those who have it read to them. */
final class PdfPages {
    private static final String FONT = "DejaVu Sans";
    private static final int PLAIN = 400;
    private static final int BOLD = 700;

    private PdfPages() {}

    /**
     * @param html well-formed
     */
    static byte[] of(String html) {
        XRLog.setLoggingEnabled(false); // it would talk to the person at the terminal
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> font("DejaVuSans.ttf"), FONT, PLAIN, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // all of it is in memory
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(PdfPages.class.getResourceAsStream("fonts/" + name));
    }
}
