package org.mailstation.daemon.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Relay;
import org.mailstation.daemon.delivery.RelaySeen;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Did the relay take the last letter? It is not asked anew; a check on demand does that. */
public final class RelayLetterCheck {
    private static final String SECRET_COMMAND = "mailstationctl secret put relay";

    private RelayLetterCheck() {}

    /**
     * At most one finding; none where there is no relay.
     *
     * @param password whether there is one
     * @param seen {@code null}: no letter has gone there yet
     */
    public static List<Finding> check(
            Relay relay, boolean password, @Nullable RelaySeen seen, Instant now) {
        if (relay.use() == Relay.Use.NEVER) {
            return List.of();
        }
        String asked = "relay " + relay.host() + ":" + relay.port();
        if (!relay.user().isEmpty() && !password) {
            return List.of(
                    Observation.onNas("relay.last", Hop.ISP, asked, "no password", now)
                            .fail(Severity.ERROR, Text.of("relay.password"), enterSecret()));
        }
        if (seen == null) {
            return List.of(
                    Observation.onNas("relay.last", Hop.ISP, asked, "not used yet", now)
                            .unknown(
                                    Severity.INFORMATION,
                                    Text.of("relay.last.not-yet", relay.host())));
        }
        Observation found =
                Observation.onNas("relay.last", Hop.ISP, asked, seen.words(), seen.at());
        return List.of(judge(found, relay, seen));
    }

    private static Finding judge(Observation found, Relay relay, RelaySeen seen) {
        String host = relay.host();
        return switch (seen.kind()) {
            case WORKS -> found.pass(Text.of("relay.last.ok", host));
            // may be over since then; letters that wait for long are told by themselves
            case SILENT ->
                    found.warn(
                            Severity.INFORMATION,
                            Text.of("relay.last.silent", host, relay.port()),
                            null);
            case TURNS_AWAY ->
                    found.warn(
                            Severity.INFORMATION,
                            Text.of("relay.not-now", host, seen.words()),
                            null);
            case WRONG_LOGIN ->
                    found.fail(Severity.ERROR, Text.of("relay.login", host), enterSecret());
            case NOT_PROVEN -> found.fail(Severity.ERROR, Text.of("relay.untrusted", host), null);
        };
    }

    private static Remedy enterSecret() {
        return new Remedy.RunOnNas(Text.of("relay.password.remedy"), SECRET_COMMAND);
    }
}
