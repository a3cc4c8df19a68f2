package org.mailstation.records;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;

/**
 * What the records are made from.
 *
 * @param signing the key of the station's signatures; {@code null} if it does not sign
 * @param addresses of the home on the Internet, as far as they are known
 * @param policies text of the MTA-STS policy that is served for a domain (RFC 8461 3.2); domains
 *     without one are missing
 */
public record Home(
        StationConfig config,
        @Nullable SigningKey signing,
        List<InetAddress> addresses,
        Map<String, String> policies) {
    public Home {
        addresses = List.copyOf(addresses);
        policies = Map.copyOf(policies);
    }
}
