package org.mailstation.ddns.update;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.ddns.Provider;

/**
 * What a provider shall be told.
 *
 * @param host the name
 * @param user login name; empty where the provider knows none
 * @param server from the configuration; empty where the catalogue names it
 * @param v4 the address, or {@code null} to leave that record alone
 * @param v6 the address, or {@code null} to leave that record alone
 */
public record Update(
        Provider provider,
        String host,
        String user,
        Secret secret,
        String server,
        @Nullable Inet4Address v4,
        @Nullable Inet6Address v6) {
    public Update {
        if (v4 == null && v6 == null) {
            throw new IllegalArgumentException("no address to tell");
        }
    }

    /** Both addresses as {@code v4,v6}, or the one there is. */
    public String addresses() {
        return Stream.of(v4, v6)
                .filter(Objects::nonNull)
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(","));
    }

    /** For the holes of a {@link org.mailstation.ddns.Template}. */
    Map<String, String> values() {
        return Map.of(
                "host",
                host,
                "label",
                provider.label(host),
                "ip",
                addresses(),
                "v4",
                v4 == null ? "" : v4.getHostAddress(),
                "v6",
                v6 == null ? "" : v6.getHostAddress(),
                "secret",
                secret.reveal());
    }

    /** Words of somebody else, short, in one line, and without the secret. */
    String harmless(String words) {
        return Harmless.words(words, secret.reveal());
    }
}
