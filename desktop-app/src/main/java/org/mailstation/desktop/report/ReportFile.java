package org.mailstation.desktop.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.words.Words;
import org.mailstation.files.AtomicFile;

/** The forms that a report can be saved in. */
public enum ReportFile {
    HTML,
    PDF,
    JSON;

    /** By the ending of a file's name; empty: none of ours. */
    public static Optional<ReportFile> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (ReportFile form : values()) {
            if (name.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    public byte[] bytes(Paper paper, Words words) {
        return switch (this) {
            case HTML -> HtmlPage.of(paper, words).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfPages.of(HtmlPage.of(paper, words));
            case JSON -> (ControlJson.write(paper) + "\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Writes the whole file or nothing. */
    public void write(Path file, Paper paper, Words words) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFile.write(file.toAbsolutePath(), bytes(paper, words));
    }
}
