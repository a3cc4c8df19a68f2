package org.mailstation.daemon.ddns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.ddns.Provider;

/**
 * What a person has set.
 *
 * @param secret {@code null}: not put yet
 * @param domain the station's own, for the contact that providers want to be told
 */
public record DdnsSettings(
        Provider provider,
        String host,
        String user,
        String server,
        @Nullable Secret secret,
        String domain) {
    /**
     * The same for the same settings, another for others. It lies on the disk beside the secret
     * itself, and equally protected.
     */
    String fingerprint() {
        String all =
                String.join(
                        "\0",
                        provider.id(),
                        host,
                        user,
                        server,
                        secret == null ? "" : secret.reveal());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
