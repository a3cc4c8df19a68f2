package org.mailstation.probe;

import java.time.Instant;
import java.util.List;

/**
 * What a server showed under TLS.
 *
 * @param keySha256 SHA-256 of the SubjectPublicKeyInfo in lower-case hex, as in {@link
 *     org.mailstation.control.CertificateStatus#keySha256()}
 * @param names the DNS names that the certificate is for (RFC 5280 4.2.1.6)
 * @param trusted whether this computer's own list of authorities leads to it, at this moment
 * @param protocol for example {@code TLSv1.3}
 */
public record TlsSeen(
        String keySha256,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        boolean trusted,
        String protocol) {
    public TlsSeen {
        names = List.copyOf(names);
    }
}
