package org.mailstation.daemon.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.Change;
import org.mailstation.config.diff.ConfigDiff;
import org.mailstation.control.History;
import org.mailstation.daemon.state.SavedRevision.Fate;

/** What was changed when, in words. */
public final class KeptHistory {
    private KeptHistory() {}

    /**
     * All revisions that were kept, the newest first. One that this version of the program cannot
     * read any more is left out.
     *
     * @param running number of the one that runs; 0: none
     */
    public static History of(
            ConfigStore store, Function<String, Parsed<StationConfig>> reader, int running)
            throws IOException {
        List<History.Past> found = new ArrayList<>();
        StationConfig before = null;
        for (SavedRevision saved : store.history()) {
            String toml = saved.fate() == Fate.KEPT ? store.text(saved.number()) : "";
            if (!toml.isEmpty()
                    && reader.apply(toml) instanceof Parsed.Valid<StationConfig>(var config)) {
                found.add(
                        new History.Past(
                                saved.number(),
                                saved.savedAt(),
                                saved.number() == running,
                                changes(saved.number(), before, config),
                                toml));
                before = config;
            }
        }
        return new History(found.reversed());
    }

    /** The first of all is compared with nothing; where the ones before are gone, nobody knows. */
    private static List<Change> changes(
            int number, @Nullable StationConfig before, StationConfig now) {
        return before == null && number > 1 ? List.of() : ConfigDiff.between(before, now);
    }
}
