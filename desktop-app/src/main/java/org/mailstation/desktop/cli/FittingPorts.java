package org.mailstation.desktop.cli;

import org.mailstation.config.Parsed;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.desktop.install.LowPorts;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.work.FailureException;

/** Ports that the NAS lets the station have. */
final class FittingPorts {
    private FittingPorts() {}

    /**
     * The same configuration; where it wants ports that this NAS gives to nobody but its
     * administrator, with the high ones, which the person is told. What cannot be read is left to
     * the daemon, which names its problems.
     */
    static String fitted(String toml, Nas nas, Terminal terminal) throws FailureException {
        if (!(StationToml.read(toml) instanceof Parsed.Valid<StationConfig>(StationConfig wanted))
                || !wanted.ports().needRight()
                || nas.look().conditions().lowPorts() != LowPorts.NONE) {
            return toml;
        }
        StationConfig fitting = wanted.withPorts(wanted.ports().withoutRight());
        terminal.say("cli.high-ports", fitting.ports().of(Service.SMTP).number());
        return StationToml.write(fitting);
    }
}
