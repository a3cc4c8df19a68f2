package org.mailstation.daemon.control;

import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.ConfigDiff;
import org.mailstation.control.Validation;
import org.mailstation.daemon.state.Revision;

/** Says what a configuration would change, without changing anything. */
record Validating(Station station) {

    Validation judge(String toml) {
        return switch (station.reader().apply(toml)) {
            case Parsed.Invalid<StationConfig>(var problems) -> new Validation.Faulty(problems);
            case Parsed.Valid<StationConfig>(var wanted) -> compare(wanted);
        };
    }

    private Validation compare(StationConfig wanted) {
        Revision running = station.applier().running();
        int number = running == null ? 0 : running.number();
        StationConfig now = running == null ? null : running.config();
        return new Validation.Acceptable(number, ConfigDiff.between(now, wanted));
    }
}
