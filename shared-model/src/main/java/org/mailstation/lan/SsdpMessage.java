package org.mailstation.lan;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The search of the UPnP Device Architecture 1.1, 1.3.
 *
 * @param headers by their names in lower case
 */
public record SsdpMessage(Map<String, String> headers) {
    public static final String GROUP = "239.255.255.250";
    public static final int PORT = 1900;

    public SsdpMessage {
        headers = Map.copyOf(headers);
    }

    /**
     * Asks for one kind of device; 1.3.2.
     *
     * @param target the device or service type
     */
    public static byte[] search(String target) {
        return String.join(
                        "\r\n",
                        "M-SEARCH * HTTP/1.1",
                        "HOST: " + GROUP + ":" + PORT,
                        "MAN: \"ssdp:discover\"",
                        // answers are spread over this many seconds
                        "MX: 1",
                        "ST: " + target,
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads an answer, 1.3.3; empty if it is none. */
    public static Optional<SsdpMessage> response(byte[] datagram) {
        List<String> lines = new String(datagram, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().matches("HTTP/1\\.[01] 200( .*)?")) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return Optional.of(new SsdpMessage(headers));
    }

    /**
     * Where its description is, if that is on the very machine that answered: else anybody could
     * make us call anybody.
     */
    public Optional<URI> description(InetAddress sender) {
        String location = headers.getOrDefault("location", "");
        try {
            URI uri = URI.create(location);
            boolean there =
                    "http".equalsIgnoreCase(uri.getScheme())
                            && sender.getHostAddress().equals(uri.getHost())
                            && uri.getRawUserInfo() == null
                            && uri.getPort() <= 65535
                            && uri.getPort() != 0;
            return there ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not an address, so not one to call
        }
    }
}
