package org.mailstation.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The terms of SPF records (RFC 7208 4.6.1), without those that nobody understands. */
public final class SpfTerms {
    private static final String ADDRESS = "ip4:[0-9.]+(/\\d{1,2})?|ip6:[0-9a-f:.]+(/\\d{1,3})?";
    private static final Pattern DIRECTIVE =
            Pattern.compile(
                    "[+?~-]?(all|include:\\S+|exists:\\S+|ptr(:\\S+)?|(a|mx)(:[^/\\s]+)?(/\\S+)?|"
                            + ADDRESS
                            + ")",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MODIFIER =
            Pattern.compile("[a-z][a-z0-9_.-]*=\\S*", Pattern.CASE_INSENSITIVE);

    private SpfTerms() {}

    /**
     * Of one or several records together, each once, in their order; a plus that says nothing is
     * left out.
     */
    public static List<String> of(List<String> records) {
        List<String> terms = new ArrayList<>();
        for (String record : records) {
            for (String word : record.strip().split("\\s+")) {
                String term = word.startsWith("+") ? word.substring(1) : word;
                boolean understood =
                        DIRECTIVE.matcher(term).matches() || MODIFIER.matcher(term).matches();
                if (understood
                        && !term.equalsIgnoreCase("v=spf1")
                        && terms.stream().noneMatch(term::equalsIgnoreCase)) {
                    terms.add(term);
                }
            }
        }
        return terms;
    }

    static boolean isModifier(String term) {
        return term.indexOf('=') > 0 && MODIFIER.matcher(term).matches();
    }

    /** Without what says whether it lets pass or not, in small letters. */
    public static String bare(String term) {
        String small = term.toLowerCase(Locale.ROOT);
        return "+?~-".indexOf(small.charAt(0)) >= 0 ? small.substring(1) : small;
    }

    /** Whether it lets others pass, and costs no question (RFC 7208 4.6.4). */
    static boolean isFree(String term) {
        String bare = bare(term);
        return bare.startsWith("ip4:") || bare.startsWith("ip6:");
    }
}
