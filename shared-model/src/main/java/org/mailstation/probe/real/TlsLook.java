package org.mailstation.probe.real;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.mailstation.probe.TlsSeen;

/**
 * Looks at what a server shows under TLS. Takes every certificate, since it is here to report it:
 * nothing secret is ever said over such a connection.
 */
final class TlsLook {
    private static final int DNS_NAME = 2;

    private final Predicate<X509Certificate[]> trusted;

    private TlsLook(Predicate<X509Certificate[]> trusted) {
        this.trusted = trusted;
    }

    static TlsLook trustingNobody() {
        return new TlsLook(_ -> false);
    }

    static TlsLook byAuthorities() {
        X509TrustManager authorities = authorities();
        return new TlsLook(chain -> leadsTo(authorities, chain));
    }

    private static boolean leadsTo(X509TrustManager authorities, X509Certificate[] chain) {
        try {
            authorities.checkServerTrusted(chain, chain[0].getPublicKey().getAlgorithm());
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** An open TLS connection and what was seen. */
    record Session(SSLSocket socket, TlsSeen seen) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    Session over(Socket plain, String name, Patience left) throws IOException {
        plain.setSoTimeout(left.millis());
        Looking looking = new Looking(trusted);
        SSLSocket socket =
                (SSLSocket)
                        context(looking)
                                .getSocketFactory()
                                .createSocket(plain, name, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new Session(socket, looking.seen(socket.getSession().getProtocol()));
    }

    private static SSLContext context(Looking looking) throws SSLException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {looking}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SSLException(e);
        }
    }

    private static X509TrustManager authorities() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without its list of authorities", e);
        }
    }

    /** Remembers the certificate; an extended one, as Java adds demands of its own to others. */
    private static final class Looking extends X509ExtendedTrustManager {
        private final Predicate<X509Certificate[]> judge;
        private @Nullable X509Certificate certificate;
        private boolean trusted;

        Looking(Predicate<X509Certificate[]> judge) {
            this.judge = judge;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            certificate = chain[0];
            trusted = judge.test(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("we are the client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }

        TlsSeen seen(String protocol) throws SSLException {
            X509Certificate shown = certificate;
            if (shown == null) {
                throw new SSLException("no certificate was shown");
            }
            return new TlsSeen(
                    sha256(shown.getPublicKey().getEncoded()),
                    names(shown),
                    shown.getNotBefore().toInstant(),
                    shown.getNotAfter().toInstant(),
                    trusted,
                    protocol);
        }
    }

    private static String sha256(byte[] key) throws SSLException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new SSLException(e);
        }
    }

    private static List<String> names(X509Certificate certificate) throws SSLException {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null
                    ? List.of()
                    : all.stream()
                            .filter(name -> Integer.valueOf(DNS_NAME).equals(name.getFirst()))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException e) {
            throw new SSLException(e);
        }
    }
}
