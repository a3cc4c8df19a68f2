package org.mailstation.ddns.update;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes other people's words fit for logs and findings. */
final class Harmless {
    private static final int LONGEST = 120;

    private Harmless() {}

    /** One line of printable ASCII; whoever echoes the secret does not get it into our log. */
    static String words(String words, String secret) {
        String clean = words;
        if (!secret.isEmpty()) {
            clean = clean.replace(secret, "********");
            clean = clean.replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "********");
        }
        clean = clean.replaceAll("\\s+", " ").replaceAll("[^\\x20-\\x7e]", "?").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    }
}
