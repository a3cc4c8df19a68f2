package org.mailstation.daemon;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.state.SecretStore;
import org.mailstation.daemon.status.RelayLetterCheck;
import org.mailstation.finding.Finding;
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
                    : RelayLetterCheck.check(
                            running.relay(),
                            hasPassword(secrets),
                            server.relaySeen(),
                            clock.instant());
        };
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
