package org.mailstation.daemon.assurance;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One signed record of a server's key (RFC 6698 2.1).
 *
 * @param authority it names an authority (usage 2), not the server itself (usage 3)
 * @param keyOnly it is of the public key (selector 1), not of the whole certificate (0)
 * @param digest of the data: {@code SHA-256}, {@code SHA-512}; empty: the data itself
 */
public record Tlsa(boolean authority, boolean keyOnly, String digest, String hex) {
    /**
     * Reads one that mail servers heed (RFC 7672 3.1.3: not usage 0 and 1).
     *
     * @param line as a zone file has it: {@code 3 1 1 0123…}
     */
    static Optional<Tlsa> parse(String line) {
        String[] parts = line.strip().split("\\s+", 4);
        if (parts.length != 4 || !parts[0].matches("[23]") || !parts[1].matches("[01]")) {
            return Optional.empty();
        }
        String hex = parts[3].replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
        String digest = digest(parts[2]);
        int length =
                switch (parts[2]) {
                    case "1" -> 64;
                    case "2" -> 128;
                    default -> hex.length();
                };
        return digest == null || hex.length() != length || !hex.matches("([0-9a-f]{2})+")
                ? Optional.empty()
                : Optional.of(new Tlsa(parts[0].equals("2"), parts[1].equals("1"), digest, hex));
    }

    private static @Nullable String digest(String matching) {
        return switch (matching) {
            case "0" -> "";
            case "1" -> "SHA-256";
            case "2" -> "SHA-512";
            default -> null;
        };
    }

    boolean matches(X509Certificate certificate) throws GeneralSecurityException {
        byte[] data = keyOnly ? certificate.getPublicKey().getEncoded() : certificate.getEncoded();
        byte[] shown = digest.isEmpty() ? data : MessageDigest.getInstance(digest).digest(data);
        return MessageDigest.isEqual(shown, HexFormat.of().parseHex(hex));
    }
}
