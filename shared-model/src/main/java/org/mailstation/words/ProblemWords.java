package org.mailstation.words;

import java.util.List;
import org.mailstation.config.Problem;
import org.mailstation.text.Text;

/** Problems of a configuration as lines for a person: where first, then what. */
public final class ProblemWords {
    private ProblemWords() {}

    /** One line for each problem. */
    public static List<String> lines(List<Problem> problems) {
        return problems.stream().map(ProblemWords::line).toList();
    }

    private static String line(Problem problem) {
        String where =
                problem.line() == 0
                        ? problem.field()
                        : Text.of("ctl.problem.line", problem.line(), problem.field())
                                .words()
                                .strip();
        return where.isEmpty()
                ? "  " + problem.text().words()
                : "  " + where + ": " + problem.text().words();
    }
}
