package org.mailstation.daemon.acme;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certifies that a key belongs to a name. */
interface CertificateAuthority {
    /**
     * Asks for a certificate and waits for it, some minutes at the most.
     *
     * @param name the host name that the certificate is for
     * @param keys the station's own; the private half only signs the request
     * @param proof how the authority may see that the name is ours
     * @return the certificate first, then those that vouch for it
     * @throws NotCertifiedException why there is none
     */
    List<X509Certificate> certify(String name, KeyPair keys, Proof proof)
            throws NotCertifiedException, InterruptedException;
}
