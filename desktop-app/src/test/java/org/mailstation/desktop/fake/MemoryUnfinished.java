package org.mailstation.desktop.fake;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mailstation.desktop.flow.Unfinished;
import org.mailstation.desktop.flow.UnfinishedStore;

/** What outlasts the program, as long as the test runs. */
public final class MemoryUnfinished implements UnfinishedStore {

    public final Map<String, Unfinished> kept = new ConcurrentHashMap<>();
    public volatile boolean broken;

    @Override
    public Optional<Unfinished> load(String station) throws IOException {
        fail();
        return Optional.ofNullable(kept.get(station));
    }

    @Override
    public void save(Unfinished now) throws IOException {
        fail();
        kept.put(now.station(), now);
    }

    @Override
    public void forget(String station) throws IOException {
        fail();
        kept.remove(station);
    }

    private void fail() throws IOException {
        if (broken) {
            throw new IOException("disk full");
        }
    }
}
