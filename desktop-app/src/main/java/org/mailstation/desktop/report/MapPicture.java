package org.mailstation.desktop.report;

import java.util.List;
import org.mailstation.finding.Health;

/** The map as a picture: places on a line, and above it the names that show the way. */
final class MapPicture {
    private static final int WIDTH = 720;
    private static final int BOX = 100;
    private static final int HIGH = 74;
    private static final int STEP = 124;

    private MapPicture() {}

    /** As SVG, to stand in a page. */
    static String svg(List<Paper.Station> way, String title) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 %d 210" width="%d" height="210" role="img" aria-label="%s">
                <line x1="50" y1="165" x2="%d" y2="165" stroke="#8a94a0" stroke-width="3"/>
                """
                        .formatted(WIDTH + 4, WIDTH, escaped(title), WIDTH - 50));
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
