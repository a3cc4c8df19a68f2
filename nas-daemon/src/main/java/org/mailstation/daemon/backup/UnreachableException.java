package org.mailstation.daemon.backup;

import java.io.IOException;
import java.util.Locale;
import org.mailstation.text.Text;

/** The other computer cannot be used. */
final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Place.Ssh place;
    private final String words;

    UnreachableException(Place.Ssh place, String words, IOException cause) {
        super(words.isBlank() ? String.valueOf(cause.getMessage()) : words.strip(), cause);
        this.place = place;
        this.words = words.toLowerCase(Locale.ROOT);
    }

    Text text() {
        String said = String.valueOf(getMessage()).lines().reduce((_, last) -> last).orElse("");
        String host = place.host();
        if (words.contains("host key verification failed")
                || words.contains("identification has changed")) {
            return Text.of("backup.ssh.host-key", host);
        }
        if (words.contains("permission denied")) {
            return Text.of("backup.ssh.denied", host, place.user());
        }
        return Text.of("backup.ssh.failed", host, said);
    }
}
