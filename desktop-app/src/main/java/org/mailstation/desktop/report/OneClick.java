package org.mailstation.desktop.report;

import java.util.List;
import java.util.Optional;
import org.mailstation.desktop.flow.Fix;
import org.mailstation.desktop.flow.FixWords;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;

/**
 * Whether the window does by one press what is to be done about a finding.
 *
 * @param all that was found: what can be done depends on it
 */
record OneClick(Words words, List<Finding> all) {

    /** How the window does it; empty: it cannot. */
    Optional<String> offer(Finding finding) {
        return Fix.of(finding, all)
                .map(
                        fix ->
                                words.of(
                                        "fix.report",
                                        words.of(FixWords.button(fix)),
                                        finding.check()));
    }
}
