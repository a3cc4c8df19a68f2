package org.mailstation.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.mailstation.daemon.assurance.Assurance;
import org.mailstation.daemon.assurance.Assurances;
import org.mailstation.ddns.update.JdkWeb;
import org.mailstation.probe.real.DnsjavaDns;

/** The wiring of what finds out what other domains demand of their mail servers. */
final class AssuranceParts {
    /** For one question; a proof takes several. */
    private static final Duration DNS_PATIENCE = Duration.ofSeconds(5);

    /** RFC 8461 3.3 proposes a minute; a letter waits meanwhile. */
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(20);

    /** Names a file with other keys of the root, for a DNS that is not the Internet's. */
    private static final String ANCHORS = "mailstation.root-anchors";

    private AssuranceParts() {}

    static Assurance.Finder finder(ConcurrentMap<String, String> kept, Clock clock) {
        DnsjavaDns dns = new DnsjavaDns(DNS_PATIENCE);
        try (InputStream anchors = anchors()) {
            return new Assurances(
                    dns.proven(anchors),
                    question -> dns.here().ask(question),
                    new JdkWeb("MailStation mailstationd/" + Version.current(), PAGE_PATIENCE),
                    kept,
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the DNS's root cannot be read", e);
        }
    }

    private static InputStream anchors() throws IOException {
        String other = System.getProperty(ANCHORS);
        InputStream own =
                other == null
                        ? AssuranceParts.class.getResourceAsStream("root-anchors.zone")
                        : Files.newInputStream(Path.of(other));
        if (own == null) {
            throw new IOException("root-anchors.zone is missing");
        }
        return own;
    }
}
