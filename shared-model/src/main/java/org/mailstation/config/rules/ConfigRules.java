package org.mailstation.config.rules;

import java.util.List;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;

/** The rules for a whole configuration. */
public final class ConfigRules {
    private ConfigRules() {}

    /** All problems of a configuration, each with its field; empty if it can be applied. */
    public static List<Problem> problems(StationConfig config) {
        return List.of();
    }
}
