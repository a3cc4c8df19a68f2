package org.mailstation.desktop.flow;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailstation.bounce.Explanation;
import org.mailstation.bounce.Logged;
import org.mailstation.bounce.Reading;
import org.mailstation.bounce.StationLog;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** Explains a returned letter, together with what the station knows of it. */
public final class ReturnedLetters {

    private ReturnedLetters() {}

    /** With the log of the station. */
    public static Explanation explain(Reading reading, Station station, Cancellation cancellation)
            throws FailureException {
        return switch (reading) {
            case Reading.Other other -> Explanation.of(other.what());
            case Reading.Returned returned ->
                    Explanation.of(
                            returned,
                            StationLog.look(
                                    returned,
                                    request ->
                                            station.ask(
                                                    control -> control.trace(request),
                                                    cancellation)),
                            domains(station.config().toml()));
        };
    }

    /**
     * Without it.
     *
     * @param why it was not asked, as a whole sentence
     */
    public static Explanation explain(Reading reading, Text why) {
        return switch (reading) {
            case Reading.Other other -> Explanation.of(other.what());
            case Reading.Returned returned ->
                    Explanation.of(returned, Logged.notAsked(why), Set.of());
        };
    }

    private static Set<String> domains(String toml) {
        return StationToml.read(toml) instanceof Parsed.Valid<StationConfig>(StationConfig config)
                ? Stream.concat(
                                config.domains().stream(),
                                config.accounts().stream()
                                        .map(account -> account.address())
                                        .map(it -> it.substring(it.indexOf('@') + 1)))
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
