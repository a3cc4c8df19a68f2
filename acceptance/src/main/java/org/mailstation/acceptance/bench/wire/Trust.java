package org.mailstation.acceptance.bench.wire;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS that takes any certificate: both servers have the same one, made for the run. */
final class Trust implements X509TrustManager {
    /**
     * A new context each time, so that no session is taken up again and every handshake is a whole
     * one.
     */
    static SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, new TrustManager[] {new Trust()}, null);
        return context;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        // no client of ours shows one
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        // a benchmark on loopback has nothing to protect
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
