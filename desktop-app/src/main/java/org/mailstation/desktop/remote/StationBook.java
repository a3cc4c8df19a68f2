package org.mailstation.desktop.remote;

import java.io.IOException;
import java.util.List;
import org.mailstation.desktop.ssh.SshTarget;

/** Remembers over restarts all stations that this computer looks after. */
public interface StationBook extends ProfileStore {

    /**
     * Every remembered station once, told apart by {@link SshTarget#address()}; the one that was
     * signed in to last comes first.
     *
     * @throws IOException if something is there and nothing of it can be read
     */
    List<StationProfile> all() throws IOException;

    /** {@inheritDoc} The others stay remembered. */
    @Override
    void save(StationProfile profile) throws IOException;

    /** Remembers a station no more; nothing if it was not remembered. */
    void forget(SshTarget target) throws IOException;
}
