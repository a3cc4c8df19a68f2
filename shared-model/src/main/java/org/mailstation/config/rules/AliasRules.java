package org.mailstation.config.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.text.Text;

/** Aliases and forwardings: each leads somewhere, and none leads round in a circle. */
final class AliasRules {
    private static final int MOST_FORWARDS = 20;

    private final StationConfig config;
    private final Problems problems;
    private final Set<String> accounts;
    private final Map<String, Integer> aliases = new HashMap<>();
    private final Map<String, Integer> forwards = new HashMap<>();

    private AliasRules(StationConfig config, Problems problems) {
        this.config = config;
        this.problems = problems;
        this.accounts =
                config.accounts().stream().map(Account::address).collect(Collectors.toSet());
        for (int i = 0; i < config.aliases().size(); i++) {
            aliases.putIfAbsent(config.aliases().get(i).address(), i);
        }
        for (int i = 0; i < config.accounts().size(); i++) {
            if (!config.accounts().get(i).forwardTo().isEmpty()) {
                forwards.putIfAbsent(
                        config.accounts().get(i).address(), config.aliases().size() + i);
            }
        }
    }

    static void check(StationConfig config, Problems problems) {
        AliasRules rules = new AliasRules(config, problems);
        for (int i = 0; i < config.aliases().size(); i++) {
            rules.address(config.aliases().get(i).address(), i);
            rules.targets(config.aliases().get(i).to(), "alias[" + i + "].to");
        }
        for (int i = 0; i < config.accounts().size(); i++) {
            rules.forwarding(config.accounts().get(i), "account[" + i + "]");
        }
        rules.circles();
    }

    private void address(String address, int index) {
        String field = "alias[" + index + "].address";
        Text objection =
                address.startsWith("@")
                        ? Names.objection(address.substring(1))
                        : Addresses.objectionToAlias(address);
        int first = aliases.getOrDefault(address, index);
        if (objection != null) {
            problems.add(field, objection);
        } else if (!config.domains().contains(Addresses.domain(address))) {
            problems.add(
                    field, "problem.address.foreign", address, String.join(", ", config.domains()));
        } else if (accounts.contains(address)) {
            problems.add(field, "problem.alias.account", address);
        } else if (first != index) {
            problems.add(field, "problem.address.twice", address, "alias[" + first + "]");
        }
    }

    private void forwarding(Account account, String field) {
        if (account.refuses() && account.enabled()) {
            problems.add(field + ".refuse-letters", "problem.account.refuses", account.address());
        }
        List<String> targets = account.forwardTo();
        if (targets.isEmpty()) {
            if (!account.keepCopy()) {
                problems.add(field + ".keep-copy", "problem.account.nowhere", account.address());
            }
            return;
        }
        targets(targets, field + ".forward-to");
        if (targets.size() > MOST_FORWARDS) {
            problems.add(field + ".forward-to", "problem.account.forwards", MOST_FORWARDS);
        }
    }

    private void targets(List<String> targets, String field) {
        if (targets.isEmpty()) {
            problems.add(field, "problem.alias.nowhere");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            String target = targets.get(i);
            Text objection = Addresses.objection(target);
            if (objection != null) {
                problems.add(field + "[" + i + "]", objection);
            } else if (!seen.add(target)) {
                problems.add(field + "[" + i + "]", "problem.alias.repeated", target);
            } else if (!leadsOn(target)) {
                problems.add(field + "[" + i + "]", "problem.alias.unknown", target);
            }
        }
    }

    /** A target elsewhere is somebody else's business; one here must exist. */
    private boolean leadsOn(String target) {
        return !config.domains().contains(Addresses.domain(target))
                || accounts.contains(target)
                || aliases.containsKey(target)
                || aliases.containsKey("@" + Addresses.domain(target));
    }

    private void circles() {
        Map<Integer, Set<Integer>> next = new TreeMap<>();
        aliases.values().forEach(i -> next.put(i, nextOf(config.aliases().get(i).to())));
        forwards.forEach((address, node) -> next.put(node, nextOf(forwarder(node).forwardTo())));
        for (List<Integer> circle : Circles.in(next)) {
            String path = circle.stream().map(this::named).collect(Collectors.joining(" → "));
            int first = circle.getFirst();
            if (circle.stream().noneMatch(this::isAccount)) {
                problems.add("alias[" + first + "].to", "problem.alias.circle", path);
            } else {
                String field =
                        isAccount(first)
                                ? "account[" + (first - config.aliases().size()) + "].forward-to"
                                : "alias[" + first + "].to";
                problems.add(field, "problem.account.circle", path);
            }
        }
    }

    /** Aliases have the first numbers, accounts the next. */
    private boolean isAccount(int node) {
        return node >= config.aliases().size();
    }

    private Account forwarder(int node) {
        return config.accounts().get(node - config.aliases().size());
    }

    private String named(int node) {
        return isAccount(node) ? forwarder(node).address() : config.aliases().get(node).address();
    }

    private Set<Integer> nextOf(List<String> targets) {
        return targets.stream()
                .map(this::node)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private @Nullable Integer node(String target) {
        return accounts.contains(target)
                ? forwards.get(target)
                : aliases.getOrDefault(target, aliases.get("@" + Addresses.domain(target)));
    }
}
