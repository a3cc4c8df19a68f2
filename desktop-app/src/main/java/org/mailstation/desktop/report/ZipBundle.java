package org.mailstation.desktop.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mailstation.desktop.words.Words;

/** Everything about a station in one file: the report in each of its forms, and the logs. */
final class ZipBundle {
    private ZipBundle() {}

    static byte[] of(Paper paper, Words words, Sheet sheet) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                words.of("report.readme.name"), text(words.of("report.readme", paper.sentence())));
        for (ReportFile form : ReportFile.values()) {
            if (form != ReportFile.ZIP) {
                files.put("report" + form.ending(), form.bytes(paper, words, sheet));
            }
        }
        String title = words.of("map.title");
        files.put("map.svg", text(MapPicture.svg(paper.way(), title)));
        files.put("map.png", MapPicture.png(paper.way(), title, words.locale()));
        for (Paper.Log log : paper.logs()) {
            files.put("logs/" + log.name() + ".log", text(String.join("\n", log.lines()) + "\n"));
        }
        return packed(files);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // all of it is in memory
        }
        return bytes.toByteArray();
    }
}
