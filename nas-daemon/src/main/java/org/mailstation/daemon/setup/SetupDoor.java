package org.mailstation.daemon.setup;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the web server for mail programs, and closes it, as the configuration wants it. */
public final class SetupDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SetupDoor.class);

    private final Supplier<@Nullable StationConfig> config;
    private final Supplier<SSLContext> tls;
    private final ClientDesk desk;
    private final Clock clock;
    private Setup now = Setup.CLOSED;
    private String why = "";
    private @Nullable SetupServer server;

    /**
     * @param tls shows the station's certificate; asked once a configuration is in use
     */
    public SetupDoor(
            Supplier<@Nullable StationConfig> config,
            Supplier<SSLContext> tls,
            ClientDesk desk,
            Clock clock) {
        this.config = config;
        this.tls = tls;
        this.desk = desk;
        this.clock = clock;
    }

    /** Does what is configured now. Mail goes on, whatever becomes of it. */
    public synchronized void look() {
        StationConfig running = config.get();
        Setup wanted = running == null ? Setup.CLOSED : running.setup();
        if (wanted.equals(now) && (server != null || !wanted.serve())) {
            return;
        }
        close();
        now = wanted;
        if (wanted.serve()) {
            try {
                server = new SetupServer(wanted.port(), tls.get(), config, desk, clock);
                LOG.info("mail programs are told their settings at port {}", server.port());
            } catch (IOException | RuntimeException taken) {
                why = String.valueOf(taken.getMessage());
                LOG.error("port {} for mail programs cannot be opened", wanted.port(), taken);
            }
        }
    }

    /** What is wrong, if it should be open and is not. */
    public synchronized List<Finding> findings() {
        if (server != null || !now.serve()) {
            return List.of();
        }
        return List.of(
                Observation.onNas(
                                "setup",
                                Hop.DAEMON,
                                "listen at port " + now.port(),
                                why,
                                clock.instant())
                        .fail(Severity.WARNING, Text.of("setup.not-open", now.port()), null));
    }

    /** Where it listens; 0: nowhere. */
    public synchronized int port() {
        SetupServer open = server;
        return open == null ? 0 : open.port();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
