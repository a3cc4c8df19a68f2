package org.mailstation.daemon.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailstation.check.Scene;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Names the rule of the NAS's own firewall that keeps a mail port out, where the daemon may read
 * it. It never changes one.
 */
final class FirewallCheck extends NasCheck {
    private static final List<List<String>> LISTS =
            List.of(
                    List.of("nft", "list", "ruleset"),
                    List.of("iptables", "-S", "INPUT"),
                    List.of("ip6tables", "-S", "INPUT"));

    private final Supplier<List<ListenerStatus>> listeners;
    private final Commands commands;

    FirewallCheck(Supplier<List<ListenerStatus>> listeners, Commands commands) {
        super("firewall", Hop.NAS);
        this.listeners = listeners;
        this.commands = commands;
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        boolean readable = false;
        for (List<String> list : LISTS) {
            Optional<String> rules = commands.output(list);
            readable |= rules.isPresent();
            if (rules.isPresent() && findings.isEmpty()) {
                findings.addAll(blocked(scene, String.join(" ", list), rules.get()));
            }
        }
        if (!findings.isEmpty()) {
            return findings;
        }
        return readable
                ? List.of(
                        seen(scene, "rules of the firewall", "none against our ports")
                                .pass(Text.of("firewall.ok")))
                : List.of(
                        seen(scene, "rules of the firewall", "not ours to read")
                                .unknown(Severity.INFORMATION, Text.of("firewall.unknown")));
    }

    private List<Finding> blocked(Scene scene, String list, String rules) {
        List<Finding> findings = new ArrayList<>();
        for (ListenerStatus listener : listeners.get()) {
            int port = listener.bound();
            Optional<String> rule =
                    port == 0 ? Optional.empty() : FirewallRules.against(port, rules);
            rule.ifPresent(
                    words ->
                            findings.add(
                                    seen(scene, listener.service().key(), list, words)
                                            .fail(
                                                    Severity.CRITICAL,
                                                    Text.of(
                                                            "firewall.blocks",
                                                            port,
                                                            listener.service().name(),
                                                            words),
                                                    new Remedy.RunOnNas(
                                                            Text.of("home.filtered.remedy", port),
                                                            ""))));
        }
        return findings;
    }
}
