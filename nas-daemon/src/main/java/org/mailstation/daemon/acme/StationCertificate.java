package org.mailstation.daemon.acme;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificate of the listeners, as far as fetching one needs to know it. */
public interface StationCertificate {
    /** The station's own keys. */
    KeyPair keys() throws IOException, GeneralSecurityException;

    /** What was fetched last; {@code null} if nothing was. */
    @Nullable X509Certificate fetched() throws IOException, GeneralSecurityException;

    /**
     * Keeps it and shows it to new connections, if it is proven to be good.
     *
     * @param chain the certificate first
     * @throws GeneralSecurityException if it is not; the one in use stays
     */
    void take(List<X509Certificate> chain) throws IOException, GeneralSecurityException;
}
