package org.mailstation.clients;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.text.Text;

/** What a person types into a mail program. */
public final class ClientWords {
    private ClientWords() {}

    public static List<String> lines(ClientSettings settings, String address) {
        List<String> lines = new ArrayList<>();
        lines.add(words("clients.for", address));
        settings.incoming().forEach(way -> lines.add("  " + line("clients.in", settings, way)));
        settings.sending().forEach(way -> lines.add("  " + line("clients.out", settings, way)));
        lines.add("  " + words("clients.login", address));
        if (!settings.complete()) {
            lines.add(words("clients.incomplete"));
        }
        return lines;
    }

    private static String line(String key, ClientSettings settings, ClientWay way) {
        String protocol = way.isPop3() ? "POP3" : "IMAP";
        String encryption =
                words(way.tlsAtOnce() ? "relay-security.tls" : "relay-security.starttls");
        String from = way.everywhere() ? "" : " " + words("clients.at-home");
        return words(key, protocol, settings.host(), way.port(), encryption) + from;
    }

    private static String words(String key, Object... args) {
        return Text.of(
                        key,
                        java.util.Arrays.stream(args).map(String::valueOf).toArray(Object[]::new))
                .words();
    }
}
