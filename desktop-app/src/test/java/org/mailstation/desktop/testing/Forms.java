package org.mailstation.desktop.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What one can read in a file of any form of a report. */
public final class Forms {
    private Forms() {}

    /** Of a ZIP all that is in it. */
    public static String text(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".zip")) {
            StringBuilder all = new StringBuilder();
            for (Map.Entry<String, byte[]> one : Unzipped.of(bytes).entrySet()) {
                all.append(text(one.getKey(), one.getValue()));
            }
            return all.toString();
        }
        if (!name.endsWith(".pdf")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
