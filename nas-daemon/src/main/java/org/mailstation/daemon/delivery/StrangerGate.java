package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.incoming.Credentials;
import org.mailstation.daemon.incoming.Examiner;
import org.mailstation.daemon.incoming.Greylist;
import org.mailstation.daemon.incoming.ResultsField;
import org.mailstation.daemon.incoming.Ruling;
import org.mailstation.daemon.incoming.Stranger;
import org.mailstation.daemon.incoming.Told;
import org.mailstation.daemon.junk.JunkMemory;

/** Finds out who wrote a stranger's letter, and decides by it and by the settings. */
public final class StrangerGate implements Gate {
    private static final Ruling EXPECTED = new Ruling.Take();

    private final Supplier<StationConfig> config;
    private final Examiner examiner;
    private final Greylist greylist;
    private final JunkMemory junk;
    private final Predicate<String> expected;

    /**
     * @param expected which {@code Message-ID}s are those of our own test letters: they look forged
     *     and come from nobody, and nobody else can know their names
     */
    public StrangerGate(
            Supplier<StationConfig> config,
            Examiner examiner,
            Greylist greylist,
            JunkMemory junk,
            Predicate<String> expected) {
        this.config = config;
        this.examiner = examiner;
        this.greylist = greylist;
        this.junk = junk;
        this.expected = expected;
    }

    @Override
    public Look look(Envelope envelope, Origin origin, Letter letter, Header header)
            throws IOException {
        Stranger stranger = stranger(envelope, origin, letter, header);
        Credentials seen = examiner.examine(stranger);
        StationConfig now = config.get();
        Ruling ruling =
                header.first("Message-ID").filter(expected).isPresent()
                        ? EXPECTED
                        : Ruling.of(seen, now.incoming());
        boolean refused = ruling instanceof Ruling.Refuse;
        boolean mayWait = !refused && ruling != EXPECTED && now.incoming().greylisting();
        if (mayWait && mustWait(envelope, stranger, seen)) {
            ruling = Ruling.COME_AGAIN;
        }
        return new Look(
                ResultsField.of(now.hostName(), stranger, seen),
                ruling,
                !seen.fromInternet() || seen.spf().result() == Told.Result.PASS);
    }

    @Override
    public boolean isJunkTo(String account, Letter letter) {
        return junk.isJunk(account, letter::open);
    }

    private boolean mustWait(Envelope envelope, Stranger letter, Credentials seen) {
        if (!seen.fromInternet() || seen.somebodyWasNotReached()) {
            return false;
        }
        if (seen.somebodyVouches()) {
            if (seen.lists().isEmpty()) {
                greylist.isKnown(letter.client());
            }
            return false;
        }
        return greylist.mustWait(
                letter.client(),
                envelope.senderText(),
                envelope.recipients().isEmpty() ? "" : envelope.recipients().getFirst().toString());
    }

    private static Stranger stranger(Envelope envelope, Origin origin, Letter letter, Header header)
            throws IOException {
        List<String> from = header.all("From");
        List<Address> authors =
                from.stream().flatMap(content -> FromField.addresses(content).stream()).toList();
        return new Stranger(
                InetAddress.ofLiteral(origin.address()),
                origin.hello(),
                envelope.sender(),
                authors,
                from.size() > 1 || (authors.isEmpty() && String.join("", from).contains("@")),
                header.fields(),
                () -> body(header, letter));
    }

    private static InputStream body(Header header, Letter letter) throws IOException {
        InputStream body = letter.open();
        body.skipNBytes(header.length());
        DkimSigning.skipEmptyLine(body);
        return body;
    }
}
