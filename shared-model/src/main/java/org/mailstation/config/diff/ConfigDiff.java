package org.mailstation.config.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;

/** Compares configurations. */
public final class ConfigDiff {
    private ConfigDiff() {}

    /**
     * What becomes different.
     *
     * @param from the running configuration, or {@code null} on a station that has none yet
     */
    public static List<Change> between(@Nullable StationConfig from, StationConfig to) {
        return List.of();
    }
}
