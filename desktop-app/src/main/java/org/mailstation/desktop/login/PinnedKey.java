package org.mailstation.desktop.login;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts one key, whatever name and authority stand in the certificate (RFC 7469 2.4). */
record PinnedKey(String sha256) implements X509TrustManager {

    /** Another key was shown. */
    static final class OtherKeyException extends CertificateException {
        private static final long serialVersionUID = 1;

        OtherKeyException() {
            super("another key");
        }
    }

    static boolean caused(Throwable failure) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof OtherKeyException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(chain[0].getPublicKey().getEncoded());
            if (sha256.isEmpty() || !HexFormat.of().formatHex(hash).equals(sha256)) {
                throw new OtherKeyException();
            }
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
