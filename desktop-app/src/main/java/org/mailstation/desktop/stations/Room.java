package org.mailstation.desktop.stations;

import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.Meanwhile;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.way.Outlook;

/**
 * Everything that looks after one station. Nothing of it is shared, so that what was found out, or
 * typed, for one station is never shown for another.
 */
public record Room(
        SetupFlow flow,
        Neighbourhood neighbourhood,
        StatusWatch watch,
        Care care,
        Outlook outlook,
        Meanwhile meanwhile) {

    /** What the station calls itself; empty: it has not said so yet. */
    String hostName() {
        return switch (outlook.latest().sighting()) {
            case Sighting.Seen seen -> seen.status().hostName();
            case Sighting.Silent silent when silent.last() != null ->
                    silent.last().status().hostName();
            case Sighting.Silent _, Sighting.NotYet _ -> "";
        };
    }

    /** Whether the station was looked at, or tried to be. */
    boolean watched() {
        return !(outlook.latest().sighting() instanceof Sighting.NotYet);
    }

    /** Ends what is under way, and the connection. */
    void close() {
        neighbourhood.stop();
        care.close();
        watch.close();
        flow.close();
    }
}
