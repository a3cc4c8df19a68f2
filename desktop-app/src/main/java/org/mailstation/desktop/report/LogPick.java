package org.mailstation.desktop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What of a log helps: the latest lines, and warnings from before them. */
final class LogPick {
    /** So many lines are looked at. */
    static final int ASKED = 5000;

    private static final int LATEST = 200;
    private static final int WARNINGS = 300;

    /** A time, then how serious it is. What does not begin like this belongs to the line before. */
    private static final Pattern BEGINS =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+\\s+(\\w+)\\s.*");

    private LogPick() {}

    /**
     * @param lines oldest first
     * @return those that help, in the same order
     */
    static List<String> of(List<String> lines) {
        int from = Math.max(0, lines.size() - LATEST);
        List<String> warnings = new ArrayList<>();
        boolean serious = false;
        for (String line : lines.subList(0, from)) {
            var begins = BEGINS.matcher(line);
            if (begins.matches()) {
                serious = begins.group(1).equals("WARN") || begins.group(1).equals("ERROR");
            }
            if (serious) {
                warnings.add(line);
            }
        }
        List<String> picked =
                new ArrayList<>(
                        warnings.subList(Math.max(0, warnings.size() - WARNINGS), warnings.size()));
        picked.addAll(lines.subList(from, lines.size()));
        return List.copyOf(picked);
    }
}
