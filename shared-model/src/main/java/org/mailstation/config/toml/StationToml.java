package org.mailstation.config.toml;

import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;

/** Reads and writes {@code station.toml} (TOML 1.0). */
public final class StationToml {
    private StationToml() {}

    /**
     * Reads a whole file. Every problem is reported at once: syntax, unknown keys (with the nearest
     * known one), wrong kinds of value, and whatever {@link
     * org.mailstation.config.rules.ConfigRules} object to.
     */
    public static Parsed<StationConfig> read(String toml) {
        throw new IllegalStateException();
    }

    /**
     * Writes a configuration with a short comment at each part. {@code read(write(c))} gives {@code
     * c} again.
     */
    public static String write(StationConfig config) {
        throw new IllegalStateException();
    }
}
