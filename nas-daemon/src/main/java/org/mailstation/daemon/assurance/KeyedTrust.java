package org.mailstation.daemon.assurance;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailstation.daemon.tls.CertificateNames;

/**
 * Trusts the certificates that signed records name, whoever issued them (RFC 7672 3.1). For a
 * server that is named itself neither its name nor a date counts (3.1.1).
 */
public final class KeyedTrust extends X509ExtendedTrustManager {
    private final Demand.Keyed demand;

    private KeyedTrust(Demand.Keyed demand) {
        this.demand = demand;
    }

    /** As a trust manager alone. */
    static KeyedTrust of(Demand.Keyed demand) {
        return new KeyedTrust(demand);
    }

    /** For one connection. */
    public static SSLContext context(Demand.Keyed demand) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new KeyedTrust(demand)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime speaks TLS", e);
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        try {
            for (Tlsa record : demand.records()) {
                if (record.authority() ? isIssued(chain, record) : record.matches(chain[0])) {
                    return;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
        throw new CertificateException("the certificate is none that the TLSA records name");
    }

    private boolean isIssued(X509Certificate[] chain, Tlsa record) throws GeneralSecurityException {
        for (int i = 1; i < chain.length; i++) {
            if (record.matches(chain[i])) {
                return isForName(chain[0]) && isValid(chain, i);
            }
        }
        return false;
    }

    private boolean isForName(X509Certificate certificate) throws CertificateException {
        List<String> named = CertificateNames.of(certificate);
        return demand.names().stream().anyMatch(name -> CertificateNames.cover(named, name));
    }

    private static boolean isValid(X509Certificate[] chain, int anchor)
            throws GeneralSecurityException {
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(chain[anchor], null)));
        // nobody can be asked before the letter goes
        parameters.setRevocationEnabled(false);
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertPath(List.of(chain).subList(0, anchor)),
                            parameters);
            return true;
        } catch (java.security.cert.CertPathValidatorException broken) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("only servers are looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("only servers are looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only servers are looked at");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
