package org.mailstation.daemon;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.setup.ClientDesk;
import org.mailstation.daemon.setup.SetupDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wiring of what mail programs are told.
 *
 * @param desk on demand
 * @param door over the web
 */
record SetupParts(ClientDesk desk, SetupDoor door) {
    private static final Logger LOG = LoggerFactory.getLogger(SetupParts.class);

    static SetupParts of(MailServer server, Supplier<@Nullable StationConfig> config, Clock clock) {
        ClientDesk desk = new ClientDesk(document -> signed(server, document));
        SetupDoor door =
                new SetupDoor(
                        config,
                        () -> {
                            try {
                                return server.tls().javaContext();
                            } catch (GeneralSecurityException e) {
                                throw new IllegalStateException("every Java speaks TLS", e);
                            }
                        },
                        desk,
                        clock);
        return new SetupParts(desk, door);
    }

    private static Optional<byte[]> signed(MailServer server, byte[] document) {
        try {
            return server.tls().signed(document);
        } catch (GeneralSecurityException e) {
            LOG.warn("a profile for Apple's devices cannot be signed", e);
            return Optional.empty();
        }
    }
}
