package org.mailstation.desktop.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** A paper as one page for a browser, which needs nothing else and loads nothing. */
public final class HtmlPage {
    private static final String TEMPLATE = "org/mailstation/desktop/report/report.peb";

    /** Headings of {@link Paper.Door#views}, in their order. */
    private static final List<String> VIEWS =
            List.of("vantage.nas", "vantage.pc", "report.column.router", "vantage.outside");

    private HtmlPage() {}

    /** Labels for the template. */
    public record Labels(Words words) {
        public String say(String key) {
            return words.of(key);
        }

        public String about(String key, String what) {
            return words.of(key, what);
        }

        public String health(Health health) {
            return words.of("health", health);
        }
    }

    /**
     * Well-formed XHTML.
     *
     * @param sheet that it is printed on
     */
    public static String of(Paper paper, Words words, Sheet sheet) {
        return of(paper, words, sheet, false);
    }

    /** The same with what {@link PdfPages} makes bookmarks of, which browsers do not know. */
    static String paged(Paper paper, Words words, Sheet sheet) {
        return of(paper, words, sheet, true);
    }

    private static String of(Paper paper, Words words, Sheet sheet, boolean paged) {
        ClasspathLoader loader = new ClasspathLoader(HtmlPage.class.getClassLoader());
        PebbleEngine engine =
                new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
        StringWriter page = new StringWriter();
        String title = words.of("map.title");
        Map<String, Object> all =
                Map.of(
                        "paper",
                        paper,
                        "paged",
                        paged,
                        "sheet",
                        sheet.css(),
                        "labels",
                        new Labels(words),
                        "parts",
                        parts(paper),
                        "views",
                        VIEWS,
                        "picture",
                        MapPicture.svg(paper.way(), title),
                        "tall",
                        MapPicture.tall(paper.way(), title));
        try {
            engine.getTemplate(TEMPLATE).evaluate(page, all, words.locale());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter has no trouble
        }
        return page.toString();
    }

    /** The headings that stand on it, in order; a part of which nothing is known has none. */
    static List<String> parts(Paper paper) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("causes", true);
        all.put("way", true);
        all.put("since", true);
        all.put("unasked", !paper.unasked().isEmpty());
        all.put("untold", !paper.untold().isEmpty());
        all.put("doors", !paper.doors().isEmpty());
        all.put("records", !paper.records().isEmpty());
        all.put("certificate", !paper.certificate().isEmpty());
        all.put("ddns", !paper.ddns().isEmpty());
        all.put("waiting", !paper.waiting().isEmpty());
        all.put("letters", !paper.letters().isEmpty());
        all.put("facts", true);
        all.put("places", true);
        return all.keySet().stream().filter(all::get).toList();
    }
}
