package org.mailstation.daemon.delivery;

import java.util.List;

/**
 * Who runs a mail server, as far as its name tells: what one server of a provider thinks of our
 * address, the others think, too.
 */
final class Provider {
    private Provider() {}

    /**
     * The last two labels of a name, or three where the last two are only the place for names, as
     * in {@code mx.example.co.uk}. Guessing wrong costs little: letters to a neighbour take the
     * same way.
     *
     * @param host of a mail server, or an address
     */
    static String of(String host) {
        if (host.contains(":") || host.matches("[0-9.]+")) {
            return host;
        }
        List<String> labels = List.of(host.split("\\."));
        int size = labels.size();
        boolean shared =
                size > 2 && labels.getLast().length() == 2 && labels.get(size - 2).length() <= 3;
        return String.join(".", labels.subList(Math.max(0, size - (shared ? 3 : 2)), size));
    }
}
