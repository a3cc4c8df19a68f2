package org.mailstation.desktop.report;

import org.mailstation.text.Text;

/** Hears how far the gathering of a report is. Called from any thread. */
public interface Steps {
    /** Does not want to know. */
    Steps UNHEARD = (_, _, _) -> {};

    /**
     * @param part that is under way
     * @param percent of the whole, 0 to 100
     * @param step what is being asked
     */
    void at(Gathered.Part part, int percent, Text step);
}
