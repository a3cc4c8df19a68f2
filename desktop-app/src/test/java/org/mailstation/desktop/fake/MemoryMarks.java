package org.mailstation.desktop.fake;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Meanwhile;

/** Remembers what was seen as long as the test runs. */
public final class MemoryMarks implements Meanwhile.Marks {
    private final Map<String, Instant> marks = new ConcurrentHashMap<>();

    @Override
    public @Nullable Instant of(String station) {
        return marks.get(station);
    }

    @Override
    public void keep(String station, Instant newest) {
        marks.put(station, newest);
    }
}
