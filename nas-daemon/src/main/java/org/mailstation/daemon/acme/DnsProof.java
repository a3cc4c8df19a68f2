package org.mailstation.daemon.acme;

import java.time.Duration;
import java.util.function.Supplier;
import org.mailstation.check.PublicNames;
import org.mailstation.check.Published;
import org.mailstation.ddns.update.Outcome;
import org.mailstation.ddns.update.TextClient;
import org.mailstation.ddns.update.TextNote;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TXT record under the name (RFC 8555 8.4), put by the DDNS provider's own interface. An
 * authority that looks before the name's servers all know it refuses; so they are looked at first.
 *
 * @param client of the provider
 * @param login account and name at the provider; its own name and value are not used
 * @param names for one look at the DNS; it asks each thing once
 * @param pause between two looks
 */
record DnsProof(TextClient client, TextNote login, Supplier<PublicNames> names, Wait pause)
        implements Proof {
    private static final Logger LOG = LoggerFactory.getLogger(DnsProof.class);

    static final Duration BETWEEN = Duration.ofSeconds(5);
    static final int LOOKS = 36;

    /** Lets some time pass. */
    @FunctionalInterface
    interface Wait {
        void pass(Duration time) throws InterruptedException;
    }

    @Override
    public Kind kind() {
        return Kind.DNS;
    }

    @Override
    public Shown show(String name, String token, String value)
            throws NotCertifiedException, InterruptedException {
        TextNote note =
                new TextNote(
                        login.provider(),
                        login.host(),
                        login.user(),
                        login.secret(),
                        login.server(),
                        name,
                        value);
        Outcome outcome = client.put(note);
        if (!(outcome instanceof Outcome.Updated || outcome instanceof Outcome.Unchanged)) {
            throw new NotCertifiedException(
                    Text.of("acme.dns-refused", login.provider().name(), name),
                    outcome.technically());
        }
        try {
            awaitVisible(name, value);
        } catch (InterruptedException | RuntimeException ended) {
            remove(note);
            throw ended;
        }
        return () -> remove(note);
    }

    /** If it is not seen in time the authority looks nevertheless: it may see more than we do. */
    private void awaitVisible(String name, String value) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (names.get().ask(name, RecordType.TXT) instanceof Published.Same same
                    && same.values().contains(value)) {
                return;
            }
            pause.pass(BETWEEN);
        }
        LOG.warn("{} does not show the proof yet", name);
    }

    private void remove(TextNote note) {
        Outcome outcome = client.remove(note);
        if (!(outcome instanceof Outcome.Updated || outcome instanceof Outcome.Unchanged)) {
            LOG.warn(
                    "The TXT record {} could not be removed: {}",
                    note.name(),
                    outcome.technically());
        }
    }
}
