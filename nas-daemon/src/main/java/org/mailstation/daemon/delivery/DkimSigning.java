package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.dkim.LetterSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signature of the domain that a letter's author belongs to (RFC 6376, RFC 7489 3.1.1). */
public final class DkimSigning implements Signing {
    private static final Logger LOG = LoggerFactory.getLogger(DkimSigning.class);

    private final Supplier<StationConfig> config;
    private final LetterSigner signer;

    public DkimSigning(Supplier<StationConfig> config, LetterSigner signer) {
        this.config = config;
        this.signer = signer;
    }

    @Override
    public Letter signed(Letter letter) {
        try {
            Header header = Header.of(letter);
            try (InputStream body = letter.open()) {
                body.skipNBytes(header.length());
                skipEmptyLine(body);
                byte[] field = signer.field(domain(header), header.fields(), body);
                return letter.withHead(field, 0);
            }
        } catch (IOException | RuntimeException e) {
            // an unsigned letter is distrusted at worst; one that is not sent is lost
            LOG.error("a letter could not be signed and goes without", e);
            return letter;
        }
    }

    /** A header without an empty line behind it has no body. */
    static void skipEmptyLine(InputStream body) throws IOException {
        if (body.read() == '\r') {
            int _ = body.read();
        }
    }

    /**
     * The author's; reports come from the host, which may have a name in the domain of another: for
     * them the station's first domain speaks.
     */
    private String domain(Header header) {
        List<String> ours = config.get().domains();
        Optional<String> author =
                header.all("From").stream()
                        .flatMap(content -> FromField.addresses(content).stream())
                        .map(Address::domain)
                        .findFirst();
        return ours.stream()
                .filter(domain -> author.filter(name -> isWithin(name, domain)).isPresent())
                .findFirst()
                .orElse(ours.getFirst());
    }

    private static boolean isWithin(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }
}
