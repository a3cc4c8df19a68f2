package org.mailstation.desktop.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.mailstation.finding.Health;

/**
 * The map as a picture: places on a line, and above it the names that show the way. Whoever has it
 * read aloud hears each place and how it is there.
 */
final class MapPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 210;

    /** Twice as fine as a screen usually is. */
    private static final int DOTS_PER_INCH = 192;

    private static final int BOX = 100;
    private static final int HIGH = 74;
    private static final int STEP = 124;

    private MapPicture() {}

    /** As SVG, to stand in a page. */
    static String svg(List<Paper.Station> way, String title) {
        StringBuilder svg = new StringBuilder(open(WIDTH + 4, HEIGHT, said(way, title)));
        svg.append(
                "<line x1=\"50\" y1=\"165\" x2=\"%d\" y2=\"165\" stroke=\"#8a94a0\" stroke-width=\"3\"/>"
                        .formatted(WIDTH - 50));
        int passed = 0;
        int beside = 1;
        for (Paper.Station place : way) {
            boolean on = place.passed();
            int x = (on ? passed++ : beside++) * STEP;
            if (!on) {
                int middle = x + BOX / 2;
                svg.append(
                        "<line x1=\"%d\" y1=\"80\" x2=\"%d\" y2=\"128\" stroke=\"#8a94a0\" stroke-width=\"2\" stroke-dasharray=\"4 4\"/>"
                                .formatted(middle, middle));
            }
            box(svg, place, x, on ? 128 : 4);
        }
        return svg.append("</svg>").toString();
    }

    /** The same for a narrow screen: one below the other, and beside it what shows the way. */
    static String tall(List<Paper.Station> way, String title) {
        List<Paper.Station> passed = way.stream().filter(Paper.Station::passed).toList();
        List<Paper.Station> beside = way.stream().filter(one -> !one.passed()).toList();
        int step = HIGH + 18;
        int height = Math.max(passed.size(), beside.size() + 1) * step;
        StringBuilder svg = new StringBuilder(open(2 * STEP, height, said(way, title)));
        int middle = BOX / 2;
        svg.append(
                "<line x1=\"%d\" y1=\"40\" x2=\"%d\" y2=\"%d\" stroke=\"#8a94a0\" stroke-width=\"3\"/>"
                        .formatted(middle, middle, height - 40));
        for (int i = 0; i < beside.size(); i++) {
            int y = (i + 1) * step + HIGH / 2;
            svg.append(
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#8a94a0\" stroke-width=\"2\" stroke-dasharray=\"4 4\"/>"
                            .formatted(BOX, y, STEP, y));
            box(svg, beside.get(i), STEP, y - HIGH / 2);
        }
        for (int i = 0; i < passed.size(); i++) {
            box(svg, passed.get(i), 0, i * step + 4);
        }
        return svg.append("</svg>").toString();
    }

    /** {@code alt} is for the paper, {@code aria-label} for browsers. */
    private static String open(int width, int height, String said) {
        return """
               <svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 %d %d" width="%d" height="%d" role="img" alt="%s" aria-label="%s">
               """
                .formatted(width, height, width - 4, height, escaped(said), escaped(said));
    }

    /** The same in words. */
    private static String said(List<Paper.Station> way, String title) {
        return title
                + way.stream()
                        .map(one -> one.name() + ": " + one.state())
                        .collect(Collectors.joining("; ", ". ", "."));
    }

    /** As a picture for programs that show no SVG. */
    static byte[] png(List<Paper.Station> way, String title, Locale locale) {
        String page =
                """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>%s</title>
                <meta name="description" content="%s" />
                <style>@page { size: %dpx %dpx; margin: 4px; } body { margin: 0; }</style></head>
                <body>%s</body></html>
                """
                        .formatted(
                                locale.getLanguage(),
                                escaped(title),
                                escaped(title),
                                WIDTH + 12,
                                HEIGHT + 12,
                                svg(way, title));
        try (PDDocument document = Loader.loadPDF(PdfPages.of(page))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // all of it is in memory
        }
    }

    private static void box(StringBuilder svg, Paper.Station place, int x, int y) {
        String colour = colour(place.health());
        int middle = x + BOX / 2;
        svg.append(
                """
                <g><rect x="%d" y="%d" width="%d" height="%d" rx="9" fill="#ffffff" stroke="%s" stroke-width="2"/>
                <circle cx="%d" cy="%d" r="11" fill="%s"/>%s
                <text x="%d" y="%d" font-size="13" font-weight="bold" text-anchor="middle" font-family="DejaVu Sans, sans-serif" fill="#1d2733">%s</text>
                <text x="%d" y="%d" font-size="10" text-anchor="middle" font-family="DejaVu Sans, sans-serif" fill="#46525e">%s</text></g>
                """
                        .formatted(
                                x,
                                y,
                                BOX,
                                HIGH,
                                colour,
                                middle,
                                y + 18,
                                colour,
                                sign(place.health(), middle, y + 18),
                                middle,
                                y + 47,
                                escaped(place.name()),
                                middle,
                                y + 64,
                                escaped(place.state())));
    }

    /** By shape, too: not everybody tells colours apart, and paper is often grey. */
    private static String sign(Health health, int x, int y) {
        String path =
                switch (health) {
                    case FINE -> "M-5 0 L-1 4 L5 -4";
                    case ATTENTION -> "M0 -6 L0 1 M0 5 L0 5.5";
                    case BROKEN -> "M-4 -4 L4 4 M4 -4 L-4 4";
                    case UNKNOWN -> "M-3 -3 C-3 -7 4 -7 3 -2 C2 0 0 0 0 2 M0 5 L0 5.5";
                };
        return "<path transform=\"translate(%d %d)\" d=\"%s\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"2.2\" stroke-linecap=\"round\"/>"
                .formatted(x, y, path);
    }

    private static String colour(Health health) {
        return switch (health) {
            case FINE -> "#1e7d3c";
            case ATTENTION -> "#b26a00";
            case BROKEN -> "#b3261e";
            case UNKNOWN -> "#5c6773";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
