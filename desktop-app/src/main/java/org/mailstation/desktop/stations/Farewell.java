package org.mailstation.desktop.stations;

import java.io.IOException;
import org.mailstation.desktop.remote.StationProfile;

/** Removes from this computer all that it remembers of a station. The station stays as it is. */
@FunctionalInterface
public interface Farewell {
    void to(StationProfile profile) throws IOException;
}
