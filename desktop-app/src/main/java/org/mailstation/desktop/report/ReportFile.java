package org.mailstation.desktop.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.words.Words;
import org.mailstation.files.AtomicFile;

/** The forms that a report can be saved in. */
public enum ReportFile {
    HTML,
    PDF,
    /** all of them, the map as pictures, and the logs */
    ZIP,
    JSON;

    /** By the ending of a file's name; empty: none of ours. */
    public static Optional<ReportFile> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(form -> name.endsWith(form.ending())).findFirst();
    }

    /** Of the file's name, with its dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param sheet that the page is printed on
     */
    public byte[] bytes(Paper paper, Words words, Sheet sheet) {
        return switch (this) {
            case HTML -> HtmlPage.of(paper, words, sheet).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfPages.of(HtmlPage.paged(paper, words, sheet));
            case ZIP -> ZipBundle.of(paper, words, sheet);
            case JSON -> (ControlJson.write(paper) + "\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Writes the whole file or nothing. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFile.write(file.toAbsolutePath(), content);
    }
}
