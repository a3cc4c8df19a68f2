package org.mailstation.desktop.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Names of ways to sign in are no secrets. */
    private static final String NO_WAY =
            "(?!(?:LOGIN|PLAIN|OAUTH|XOAUTH|CRAM|SCRAM|DIGEST)\\S*)\\S{4,}";

    /** One after the other: the words before a login may end with the name of a way to sign in. */
    private static final List<Pattern> SPOKEN =
            Stream.of("AUTH(?:ENTICATE)?\\s+[A-Z0-9-]+", "(?:PASS|Bearer|Basic)", "LOGIN\\s+\\S+")
                    .map(before -> Pattern.compile("(?i)(\\b" + before + "\\s+)" + NO_WAY))
                    .toList();

    Redaction {
        known = List.copyOf(known);
    }

    String of(String text) {
        String safe = text;
        for (Secret secret : known) {
            if (secret.reveal().length() >= SHORTEST_SECRET) {
                for (String form : forms(secret.reveal())) {
                    safe = safe.replace(form, HIDDEN);
                }
            }
        }
        safe = PRIVATE_KEY.matcher(safe).replaceAll(HIDDEN);
        safe = IN_ADDRESS.matcher(safe).replaceAll(HIDDEN);
        safe = NAMED.matcher(safe).replaceAll("$1" + HIDDEN);
        for (Pattern spoken : SPOKEN) {
            safe = spoken.matcher(safe).replaceAll("$1" + HIDDEN);
        }
        return standIns == null ? safe : standIns.in(safe);
    }

    /** As it is, in an address, and as logins carry it (RFC 4954 4). */
    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes));
    }
}
