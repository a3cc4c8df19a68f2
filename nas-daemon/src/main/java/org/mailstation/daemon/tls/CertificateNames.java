package org.mailstation.daemon.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** For whom a certificate is (RFC 9525 6.3). */
public final class CertificateNames {
    /** RFC 5280 4.2.1.6: a name for the DNS. */
    private static final int DNS_NAME = 2;

    private CertificateNames() {}

    /** Its DNS names in small letters; the subject does not count. */
    public static List<String> of(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.getFirst().equals(DNS_NAME))
                        .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** Whether one of these names is the host's; a star stands for the whole first label. */
    public static boolean cover(List<String> names, String host) {
        int dot = host.indexOf('.');
        return names.stream()
                .anyMatch(
                        name ->
                                name.equals(host)
                                        || (name.startsWith("*.")
                                                && dot > 0
                                                && name.substring(1).equals(host.substring(dot))));
    }
}
