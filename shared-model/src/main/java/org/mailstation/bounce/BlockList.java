package org.mailstation.bounce;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which list a refusal names. */
final class BlockList {
    /** {@code blocked using zen.spamhaus.org}, {@code listed at bl.example.net}. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:blocked using|listed (?:in|at|by|on)|block(?:ed)? by|list )\\s*"
                            + "([a-z0-9-]+(?:\\.[a-z0-9-]+){1,5})",
                    Pattern.CASE_INSENSITIVE);

    /** What is on them can be asked at the list of the same name. */
    private static final Map<String, String> KNOWN =
            Map.ofEntries(
                    Map.entry("spamhaus", "Spamhaus"),
                    Map.entry("\\bpbl\\b", "Spamhaus PBL"),
                    Map.entry("\\bdbl\\b", "Spamhaus DBL"),
                    Map.entry("\\bsbl\\b", "Spamhaus SBL"),
                    Map.entry("\\bxbl\\b", "Spamhaus XBL"),
                    Map.entry("spamcop", "SpamCop"),
                    Map.entry("barracuda", "Barracuda"),
                    Map.entry("\\bsorbs\\b", "SORBS"),
                    Map.entry("uceprotect", "UCEPROTECT"),
                    Map.entry("surbl", "SURBL"),
                    Map.entry("uribl", "URIBL"),
                    Map.entry("ipcheck\\.proofpoint", "Proofpoint"),
                    Map.entry("s3140|s3150|banned sending ip", "Microsoft"),
                    Map.entry("tosa@rx", "T-Online"));

    private BlockList() {}

    /** Its name; empty where none is named. */
    static String in(String reply) {
        Matcher named = NAMED.matcher(reply);
        if (named.find()) {
            return named.group(1).toLowerCase(Locale.ROOT);
        }
        String small = reply.toLowerCase(Locale.ROOT);
        // the longest name says most: "Spamhaus PBL" rather than "Spamhaus"
        return KNOWN.entrySet().stream()
                .filter(one -> Pattern.compile(one.getKey()).matcher(small).find())
                .map(Map.Entry::getValue)
                .max(java.util.Comparator.comparingInt(String::length).thenComparing(it -> it))
                .orElse("");
    }
}
