package org.mailstation.desktop.flow;

import java.util.List;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;

/**
 * The one sentence that says how the station is: in the tray, above the window and on the command
 * line.
 */
public final class StatusSentence {

    private StatusSentence() {}

    public static String of(Sighting sighting, Words words) {
        return switch (sighting) {
            case Sighting.NotYet _ -> words.of("status.not-yet");
            case Sighting.Silent silent -> words.of("status.silent", words.time(silent.since()));
            case Sighting.Seen seen -> of(seen, words);
        };
    }

    private static String of(Sighting.Seen seen, Words words) {
        StationStatus status = seen.status();
        if (status.revision() == 0) {
            return words.of("status.no-configuration");
        }
        List<Finding> troubles = seen.troubles();
        return switch (seen.health()) {
            case FINE -> words.of("status.fine", status.hostName());
            case UNKNOWN ->
                    troubles.isEmpty()
                            ? words.of("status.unchecked")
                            : words.of(troubles.getFirst().sentence());
            case ATTENTION, BROKEN -> words.of(troubles.getFirst().sentence());
        };
    }
}
