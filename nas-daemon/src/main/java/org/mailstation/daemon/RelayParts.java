package org.mailstation.daemon;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Landmarks;
import org.mailstation.check.LandmarksFile;
import org.mailstation.check.real.LandmarksOnDisk;
import org.mailstation.config.Parsed;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedRequest;
import org.mailstation.daemon.delivery.LandmarkDoor;
import org.mailstation.daemon.delivery.Outside;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.SecretStore;
import org.mailstation.daemon.status.RelayLetterCheck;
import org.mailstation.daemon.status.RelayedCheck;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiring of what is said about the relay. */
final class RelayParts {
    private static final Logger LOG = LoggerFactory.getLogger(RelayParts.class);

    private RelayParts() {}

    static Supplier<List<Finding>> findings(
            Supplier<@Nullable StationConfig> config,
            SecretStore secrets,
            MailServer server,
            Clock clock) {
        return () -> {
            StationConfig running = config.get();
            return running == null
                    ? List.of()
                    : Stream.of(
                                    RelayLetterCheck.check(
                                            running.relay(),
                                            hasPassword(secrets),
                                            server.relaySeen(),
                                            clock.instant()),
                                    RelayedCheck.check(running.relay(), server.relayed().all()))
                            .flatMap(List::stream)
                            .toList();
        };
    }

    /** The world outside, with servers that are always there to see whether the line is open. */
    static Outside outside(DataFolder data, Clock clock) {
        Outside outside = Outside.real();
        return outside.withDoor(
                new LandmarkDoor(
                        () -> landmarks(data, clock).mailServers(),
                        outside.addresses(),
                        outside.smtpPort(),
                        clock));
    }

    private static Landmarks landmarks(DataFolder data, Clock clock) {
        String text = LandmarksOnDisk.read(data.landmarks(), Vantage.NAS, clock.instant()).text();
        return LandmarksFile.read(text) instanceof Parsed.Valid<Landmarks>(var places)
                ? places
                : Landmarks.INTERNET;
    }

    static Relayed answer(
            MailServer server, @Nullable StationConfig running, RelayedRequest request) {
        boolean known =
                switch (request.wanted()) {
                    case LIST -> true;
                    case FORGET -> server.relayed().forget(request.destination());
                };
        Relay relay = running == null ? Relay.NONE : running.relay();
        return new Relayed(relay.use(), relay.host(), known, server.relayed().all());
    }

    private static boolean hasPassword(SecretStore secrets) {
        try {
            return secrets.read("relay") != null;
        } catch (IOException unreadable) {
            LOG.warn("The password of the relay cannot be read", unreadable);
            return false;
        }
    }
}
