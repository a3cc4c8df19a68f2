package org.mailstation.ddns;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with holes. {@code {name}} is filled in, encoded; {@code {name|other}} is {@code
 * other} where there is no value; {@code [...]} is left out where something in it has no value.
 */
public record Template(String text) {
    public static final Template NONE = new Template("");

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern HOLE = Pattern.compile("\\{([a-z0-9]+)(?:\\|([^}]*))?}");

    /**
     * @param values by name; missing and empty mean the same
     */
    public String fill(Map<String, String> values) {
        String kept =
                OPTIONAL.matcher(text)
                        .replaceAll(
                                part ->
                                        Matcher.quoteReplacement(
                                                complete(part.group(1), values)
                                                        ? part.group(1)
                                                        : ""));
        return HOLE.matcher(kept).replaceAll(hole -> Matcher.quoteReplacement(value(hole, values)));
    }

    private static boolean complete(String part, Map<String, String> values) {
        return HOLE.matcher(part).results().noneMatch(hole -> value(hole, values).isEmpty());
    }

    private static String value(MatchResult hole, Map<String, String> values) {
        String value = values.getOrDefault(hole.group(1), "");
        if (value.isEmpty()) {
            return hole.group(2) == null ? "" : hole.group(2);
        }
        // a blank is + in forms only, and some of these values stand in a path
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
