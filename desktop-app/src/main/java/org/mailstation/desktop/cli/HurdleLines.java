package org.mailstation.desktop.cli;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;

/** What to know before something is installed, as lines for a person. */
final class HurdleLines {
    private HurdleLines() {}

    static List<String> of(List<Finding> hurdles) {
        List<String> lines = new ArrayList<>();
        for (Finding hurdle : hurdles) {
            lines.add(mark(hurdle) + " " + hurdle.sentence().words());
            Remedy remedy = hurdle.remedy();
            if (remedy != null) {
                lines.add("    -> " + remedy.text().words());
            }
            if (remedy instanceof Remedy.RunOnNas(_, String command) && !command.isEmpty()) {
                lines.add("       " + command);
            }
        }
        return lines;
    }

    private static String mark(Finding hurdle) {
        return switch (Health.of(List.of(hurdle))) {
            case FINE, UNKNOWN -> "(i)";
            case ATTENTION -> "(!)";
            case BROKEN -> "(x)";
        };
    }
}
