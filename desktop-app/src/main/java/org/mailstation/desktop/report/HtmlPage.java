package org.mailstation.desktop.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.mailstation.desktop.words.Words;

/** A paper as one page for a browser, which needs nothing else and loads nothing. */
public final class HtmlPage {
    private static final String TEMPLATE = "org/mailstation/desktop/report/report.peb";

    private HtmlPage() {}

    /** Labels for the template. */
    public record Labels(Words words) {
        public String say(String key) {
            return words.of(key);
        }

        public String about(String key, String what) {
            return words.of(key, what);
        }
    }

    /**
     * Well-formed XHTML.
     *
     * @param sheet that it is printed on
     */
    public static String of(Paper paper, Words words, Sheet sheet) {
        ClasspathLoader loader = new ClasspathLoader(HtmlPage.class.getClassLoader());
        PebbleEngine engine =
                new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(TEMPLATE)
                    .evaluate(
                            page,
                            Map.of(
                                    "paper",
                                    paper,
                                    "sheet",
                                    sheet.css(),
                                    "labels",
                                    new Labels(words),
                                    "picture",
                                    MapPicture.svg(paper.way(), words.of("map.title"))),
                            words.locale());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter has no trouble
        }
        return page.toString();
    }
}
