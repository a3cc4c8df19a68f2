package org.mailstation.desktop.remote;

import java.io.IOException;
import java.util.Optional;

/** Remembers the station over restarts. */
public interface ProfileStore {
    /** The remembered station; empty: none yet. */
    Optional<StationProfile> load() throws IOException;

    void save(StationProfile profile) throws IOException;
}
