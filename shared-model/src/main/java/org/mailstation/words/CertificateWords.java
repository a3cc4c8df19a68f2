package org.mailstation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.CertificateFetching;
import org.mailstation.text.Text;

/** How the station comes by a certificate, as lines for a person. */
public final class CertificateWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private CertificateWords() {}

    /** Whether nothing is to be done. */
    public static boolean fine(CertificateFetching state) {
        return !state.wanted() || (state.end() != null && state.reason() == null);
    }

    public static List<String> lines(CertificateFetching state) {
        if (!state.wanted()) {
            return List.of(words("acme.off"));
        }
        List<String> lines = new ArrayList<>();
        Instant end = state.end();
        Instant renewal = state.renewal();
        lines.add(
                end == null || renewal == null
                        ? words("acme.none")
                        : words("acme.there", DAY.format(end), DAY.format(renewal)));
        if (state.working()) {
            lines.add(words("acme.working"));
        }
        lines.addAll(trouble(state.reason(), state));
        return lines;
    }

    private static List<String> trouble(@Nullable Text reason, CertificateFetching state) {
        if (reason == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(reason.in(Locale.getDefault()));
        lines.add("    " + state.technically());
        Instant next = state.notBefore();
        if (next != null) {
            lines.add(words("acme.next", MINUTE.format(next)));
        }
        return lines;
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).in(Locale.getDefault());
    }
}
