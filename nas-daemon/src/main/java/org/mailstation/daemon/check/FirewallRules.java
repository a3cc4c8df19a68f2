package org.mailstation.daemon.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the rule that keeps a TCP port out, in what {@code nft list ruleset} or {@code iptables -S}
 * print. Only rules that speak of ports and of nothing else that narrows them are understood: a
 * rule for one interface or one address is no proof.
 */
final class FirewallRules {
    /** {@code tcp dport { 25, 465 } drop}, with counters between. */
    private static final Pattern NFT =
            Pattern.compile(
                    "(?:meta l4proto tcp )?tcp dport (\\{[^}]*}|\\S+)"
                            + "(?: counter packets \\d+ bytes \\d+)? (drop|reject.*)");

    /** {@code -A INPUT -p tcp -m tcp --dport 25 -j DROP}. */
    private static final Pattern IPTABLES =
            Pattern.compile(
                    "-A INPUT -p tcp(?: -m tcp| -m multiport)? --dports? (\\S+) -j (DROP|REJECT.*)");

    private FirewallRules() {}

    /** The rule as it is written there. */
    static Optional<String> against(int port, String rules) {
        return rules.lines().map(String::strip).filter(line -> speaksOf(line, port)).findFirst();
    }

    private static boolean speaksOf(String line, int port) {
        for (Pattern pattern : List.of(NFT, IPTABLES)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return Arrays.stream(matcher.group(1).replaceAll("[{}\\s]", "").split(",", -1))
                        .anyMatch(range -> contains(range, port));
            }
        }
        return false;
    }

    /** {@code 25}, {@code 20-30} (nft) or {@code 20:30} (iptables). */
    private static boolean contains(String range, int port) {
        String[] ends = range.split("[-:]", 2);
        if (!range.matches("\\d{1,5}([-:]\\d{1,5})?")) {
            // smtp and other names: nft prints numbers unless asked
            return false;
        }
        int first = Integer.parseInt(ends[0]);
        int last = ends.length == 1 ? first : Integer.parseInt(ends[1]);
        return first <= port && port <= last;
    }
}
