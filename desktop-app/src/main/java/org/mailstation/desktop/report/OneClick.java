package org.mailstation.desktop.report;

import java.util.List;
import org.mailstation.desktop.flow.Fix;
import org.mailstation.desktop.flow.FixWords;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;

/**
 * What to do about a finding, and whether the window does it by one press.
 *
 * @param all that was found: what can be done depends on it
 */
record OneClick(Words words, List<Finding> all) {

    /** In sentences; empty: there is nothing to do. */
    String remedy(Finding finding) {
        Remedy remedy = finding.remedy();
        String byHand = remedy == null ? "" : words.of(remedy.text());
        return Fix.of(finding, all)
                .map(fix -> (byHand + " " + offer(finding, fix)).strip())
                .orElse(byHand);
    }

    private String offer(Finding finding, Fix fix) {
        return words.of("fix.report", words.of(FixWords.button(fix)), finding.check());
    }
}
