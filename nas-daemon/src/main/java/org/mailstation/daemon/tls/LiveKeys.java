package org.mailstation.daemon.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** Shows each new connection the certificate that is in use then. */
final class LiveKeys extends X509ExtendedKeyManager {
    private static final String ONE = "station";

    private final Supplier<KeyMaterial> current;

    LiveKeys(Supplier<KeyMaterial> current) {
        this.current = current;
    }

    private String alias(String keyType) {
        String kind = current.get().key().getAlgorithm();
        // TLS 1.3 asks for EC, EdDSA and RSASSA-PSS, of which the latter is done with a key of RSA
        boolean fits =
                keyType.equals(kind)
                        || keyType.startsWith(kind + "_")
                        || (kind.equals("RSA") && keyType.startsWith("RSA"));
        return fits ? ONE : "";
    }

    @Override
    public @org.jspecify.annotations.Nullable String chooseEngineServerAlias(
            String keyType, Principal[] issuers, SSLEngine engine) {
        String alias = alias(keyType);
        return alias.isEmpty() ? null : alias;
    }

    @Override
    public @org.jspecify.annotations.Nullable String chooseServerAlias(
            String keyType, Principal[] issuers, Socket socket) {
        String alias = alias(keyType);
        return alias.isEmpty() ? null : alias;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {ONE};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return current.get().chain().toArray(new X509Certificate[0]);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current.get().key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public @org.jspecify.annotations.Nullable String chooseClientAlias(
            String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
