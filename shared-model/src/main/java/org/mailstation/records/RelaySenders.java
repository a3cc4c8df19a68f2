package org.mailstation.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * Which term of an SPF record lets a relay send (RFC 7208 5), from {@code relays.properties}.
 * Relays send from other addresses than they are spoken to, so only they can say.
 */
final class RelaySenders {
    private static final Properties KNOWN = read();

    private RelaySenders() {}

    private static Properties read() {
        Properties file = new Properties();
        try (InputStream in = RelaySenders.class.getResourceAsStream("relays.properties")) {
            file.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return file;
    }

    static boolean knows(String host) {
        return find(host) != null;
    }

    /** For a relay that is not known, its own address: right for one's own server elsewhere. */
    static String term(String host) {
        String known = find(host);
        return known == null ? "a:" + host : known;
    }

    private static @org.jspecify.annotations.Nullable String find(String host) {
        for (String name = host; name.contains("."); name = name.substring(name.indexOf('.') + 1)) {
            String term = KNOWN.getProperty(name);
            if (term != null) {
                return term;
            }
        }
        return null;
    }
}
