package org.mailstation.diagnosis;

import java.util.List;
import org.mailstation.finding.Finding;

/**
 * One culprit and what merely follows from it.
 *
 * @param root the finding to mend
 * @param consequences those that will pass once it is mended, as they were found
 */
public record Cause(Finding root, List<Finding> consequences) {
    public Cause {
        consequences = List.copyOf(consequences);
    }
}
