package org.mailstation.desktop.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The colours of letters in a style sheet.
 *
 * @param light by their selector
 * @param dark those for a dark screen
 * @param backgrounds all of them
 */
record Colours(Map<String, String> light, Map<String, String> dark, List<String> backgrounds) {
    private static final Pattern RULE = Pattern.compile("([^{};]+)\\{([^{}]*)}");
    private static final Pattern COLOUR = Pattern.compile("(?<![\\w-])color:\\s*(#[0-9a-f]{6})");
    private static final Pattern BEHIND = Pattern.compile("background-color:\\s*(#[0-9a-f]{6})");
    private static final String NIGHT = "(prefers-color-scheme: dark)";

    static Colours of(Element style) {
        String css = style.getTextContent().replaceAll("(?m)^@page.*$", "");
        int night = css.indexOf(NIGHT) + NIGHT.length();
        return new Colours(
                colours(css.substring(0, night)),
                colours(css.substring(night)),
                BEHIND.matcher(css).results().map(found -> found.group(1)).toList());
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher rules = RULE.matcher(css);
        while (rules.find()) {
            Matcher colour = COLOUR.matcher(rules.group(2));
            if (colour.find()) {
                Stream.of(rules.group(1).split(","))
                        .map(String::strip)
                        .forEach(selector -> colours.put(selector, colour.group(1)));
            }
        }
        return colours;
    }

    /** The least of a colour on any of these (WCAG 2.2, 1.4.3). */
    static double contrast(String colour, String... backgrounds) {
        return Arrays.stream(backgrounds)
                .mapToDouble(
                        behind -> {
                            double one = luminance(colour);
                            double other = luminance(behind);
                            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                        })
                .min()
                .orElseThrow();
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int from) {
        double part = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
