package org.mailstation.desktop.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * A host key as it goes over the wire.
 *
 * @param algorithm key format (RFC 4253 6.6)
 * @param base64 the key in that format, as known_hosts files have it
 */
record PublicHostKey(String algorithm, String base64) {
    /**
     * @throws IllegalArgumentException if that is no Base64
     */
    PublicHostKey {
        Base64.getDecoder().decode(base64);
    }

    static PublicHostKey of(PublicKey key) {
        byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        return new PublicHostKey(
                KeyType.fromKey(key).toString(), Base64.getEncoder().encodeToString(blob));
    }

    HostKey shown() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
            return new HostKey(
                    algorithm,
                    "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
