package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailstation.check.MxTarget.Leads;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.DdnsLimits;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/** Do the letters of each mail domain come to this station (RFC 5321 5.1)? */
final class MxCheck extends DomainCheck {
    MxCheck() {
        super("dns.mx", RecordType.MX, "", Severity.CRITICAL);
    }

    @Override
    DnsRule.Judge judge(Scene scene, String domain) {
        return (seen, same) -> judge(scene, seen, same, domain);
    }

    private static Finding judge(Scene scene, Observation seen, Published.Same same, String domain)
            throws InterruptedException {
        String host = scene.config().hostName();
        if (!(same.answer() instanceof DnsAnswer.Records(var values, var _, var _))) {
            // RFC 5321 5.1: a name without MX is its own mail server
            return domain.equals(host)
                    ? seen.pass(Text.of("dns.mx.implicit", domain))
                    : seen.fail(
                            Severity.CRITICAL,
                            Text.of("dns.mx.none", domain),
                            record(scene, domain));
        }
        List<Mx> all = values.stream().map(Mx::parse).sorted().toList();
        if (all.stream().anyMatch(mx -> mx.host().isEmpty())) {
            return seen.fail(
                    Severity.CRITICAL, Text.of("dns.mx.null", domain), record(scene, domain));
        }
        List<MxTarget> targets = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>(seen.evidence());
        for (Mx mx : all) {
            MxTarget target = MxTarget.look(scene, mx);
            targets.add(target);
            target.replies().stream().map(scene::evidence).forEach(evidence::add);
        }
        Observation more = new Observation(seen.check(), seen.hop(), evidence);
        boolean comes = targets.stream().anyMatch(one -> isHere(one.leads()));
        return comes ? here(scene, more, targets, domain) : away(scene, more, targets, domain);
    }

    private static boolean isHere(Leads leads) {
        return leads == Leads.HERE || leads == Leads.HERE_BY_ALIAS;
    }

    /** At least one of them leads to this home. */
    private static Finding here(
            Scene scene, Observation seen, List<MxTarget> targets, String domain) {
        Leads first = targets.getFirst().leads();
        if (first == Leads.ELSEWHERE) {
            return seen.fail(
                    Severity.CRITICAL,
                    Text.of(
                            "dns.mx.elsewhere",
                            domain,
                            names(targets, Set.of(Leads.ELSEWHERE)),
                            scene.config().hostName()),
                    record(scene, domain));
        }
        String dead = names(targets, Set.of(Leads.NOWHERE, Leads.ADDRESS));
        String others = names(targets, Set.of(Leads.ELSEWHERE, Leads.UNTOLD));
        String aliases = names(targets, Set.of(Leads.HERE_BY_ALIAS));
        if (!dead.isEmpty()) {
            return warn(scene, seen, Text.of("dns.mx.dangling", domain, dead), domain);
        }
        if (!others.isEmpty()) {
            return warn(scene, seen, Text.of("dns.mx.leftover", domain, others), domain);
        }
        return aliases.isEmpty()
                ? seen.pass(Text.of("dns.mx.ok", domain, names(targets, Set.of(Leads.HERE))))
                : warn(scene, seen, Text.of("dns.mx.alias", domain, aliases), domain);
    }

    /** None of them leads to this home. */
    private static Finding away(
            Scene scene, Observation seen, List<MxTarget> targets, String domain) {
        Set<Leads> kinds = targets.stream().map(MxTarget::leads).collect(Collectors.toSet());
        String all = names(targets, Set.of(Leads.values()));
        if (kinds.contains(Leads.UNTOLD)) {
            return seen.unknown(Severity.CRITICAL, Text.of("dns.mx.unknown", domain, all));
        }
        Text text;
        if (kinds.equals(Set.of(Leads.NOWHERE))) {
            text = Text.of("dns.mx.nowhere", domain, all);
        } else if (kinds.equals(Set.of(Leads.ADDRESS))) {
            text = Text.of("dns.mx.address", domain, all);
        } else {
            text = Text.of("dns.mx.elsewhere", domain, all, scene.config().hostName());
        }
        return seen.fail(Severity.CRITICAL, text, record(scene, domain));
    }

    private static Finding warn(Scene scene, Observation seen, Text text, String domain) {
        return seen.warn(Severity.WARNING, text, record(scene, domain));
    }

    private static String names(List<MxTarget> targets, Set<Leads> kinds) {
        return targets.stream()
                .filter(target -> kinds.contains(target.leads()))
                .map(MxTarget::host)
                .collect(Collectors.joining(", "));
    }

    private static Remedy record(Scene scene, String domain) {
        String host = scene.config().hostName();
        if (!DdnsLimits.of(scene.config(), domain).takesMx()) {
            return new Remedy.AskProvider(Text.of("dns.mx.remedy.ddns", domain));
        }
        return Fix.publish(Wanted.mx(domain, host), Text.of("dns.mx.remedy", domain, host));
    }

    /**
     * One MX record (RFC 1035 3.3.9): lower preference first.
     *
     * @param host in small letters, without the last dot
     */
    record Mx(int preference, String host) implements Comparable<Mx> {
        static Mx parse(String value) {
            String[] parts = value.split(" ", 2);
            String host = parts[1].toLowerCase(Locale.ROOT);
            return new Mx(Integer.parseInt(parts[0]), host.substring(0, host.length() - 1));
        }

        @Override
        public int compareTo(Mx other) {
            return Integer.compare(preference, other.preference);
        }
    }
}
