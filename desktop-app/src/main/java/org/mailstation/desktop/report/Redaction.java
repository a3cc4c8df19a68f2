package org.mailstation.desktop.report;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;

/**
 * Takes out of a text what nobody else shall read. Secrets do not belong there in the first place;
 * but answers of other programs are quoted, and nobody promises what those say.
 *
 * @param known secrets of this very run
 * @param standIns for addresses and names, or {@code null}: they stay
 */
record Redaction(List<Secret> known, @Nullable StandIns standIns) {
    private static final String HIDDEN = "[…]";
    private static final int SHORTEST_SECRET = 4;

    private static final Pattern PRIVATE_KEY =
            Pattern.compile(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)",
                    Pattern.DOTALL);
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

    /** {@code password=…}, {@code "token": "…"}, {@code PASS …}, {@code Authorization: Basic …} */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)(\\b(?:pass(?:word|wd)?|passwort|pwd|secret|token|api[-_]?key|key|auth|authorization)\"?"
                            + "\\s*[=:]\\s*\"?(?:(?:basic|bearer)\\s+)?)[^\\s\"&,;]+");

    private static final Pattern SPOKEN =
            Pattern.compile(
                    "(?i)(\\b(?:AUTH(?:ENTICATE)?\\s+[A-Z0-9-]+|PASS|Bearer|Basic|LOGIN\\s+\\S+)\\s+)(?!(?:LOGIN|PLAIN|OAUTH|XOAUTH|CRAM|SCRAM|DIGEST)\\S*)\\S{4,}");

    Redaction {
        known = List.copyOf(known);
    }

    String of(String text) {
        String safe = text;
        for (Secret secret : known) {
            String value = secret.reveal();
            if (value.length() >= SHORTEST_SECRET) {
                safe = safe.replace(value, HIDDEN);
            }
        }
        safe = PRIVATE_KEY.matcher(safe).replaceAll(HIDDEN);
        safe = IN_ADDRESS.matcher(safe).replaceAll(HIDDEN);
        safe = NAMED.matcher(safe).replaceAll("$1" + HIDDEN);
        safe = SPOKEN.matcher(safe).replaceAll("$1" + HIDDEN);
        return standIns == null ? safe : standIns.in(safe);
    }
}
