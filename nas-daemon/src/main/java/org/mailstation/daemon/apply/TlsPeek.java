package org.mailstation.daemon.apply;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A TLS connection made only to see which key the other side has. It trusts everybody: the key is
 * compared afterwards, and nothing secret is said.
 *
 * @param keySha256 SHA-256 of the SubjectPublicKeyInfo, lower-case hex
 */
record TlsPeek(SSLSocket socket, String keySha256) {
    /** Makes the handshake over a connected socket. */
    static TlsPeek over(Socket socket) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Everybody()}, new SecureRandom());
            SSLSocket tls =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(socket, "localhost", socket.getPort(), true);
            tls.startHandshake();
            byte[] key = tls.getSession().getPeerCertificates()[0].getPublicKey().getEncoded();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return new TlsPeek(tls, HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException noTls) {
            throw new IOException(noTls);
        }
    }

    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
