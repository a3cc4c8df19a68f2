package org.mailstation.desktop.flow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Who gave a certificate, as a person would call them. */
final class Issuer {

    private Issuer() {}

    /**
     * The organisation and the name of the one that signed (RFC 5280 4.1.2.4); empty if it cannot
     * be told.
     */
    static String of(String pem) {
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(
                                                    pem.getBytes(StandardCharsets.US_ASCII)));
            LdapName name = new LdapName(certificate.getIssuerX500Principal().getName());
            String organisation = part(name, "O");
            String common = part(name, "CN");
            return organisation.isEmpty() || common.isEmpty()
                    ? organisation + common
                    : organisation + ", " + common;
        } catch (CertificateException | InvalidNameException unreadable) {
            return "";
        }
    }

    private static String part(LdapName name, String type) {
        return name.getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                .map(Rdn::getValue)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }
}
