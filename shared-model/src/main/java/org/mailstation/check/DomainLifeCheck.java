package org.mailstation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.registry.DomainLife;
import org.mailstation.registry.Registries;
import org.mailstation.text.Text;

/** Is each domain paid for, and for how long? */
final class DomainLifeCheck extends NamedCheck {
    private static final Duration SOON = Duration.ofDays(45);
    private static final Duration VERY_SOON = Duration.ofDays(15);

    /** Receivers distrust what has only just come up. */
    private static final Duration YOUNG = Duration.ofDays(42);

    DomainLifeCheck() {
        super("dns.life", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        Set<String> names = new LinkedHashSet<>();
        String ddns = scene.config().ddns().host();
        for (String domain : scene.config().domains()) {
            // the name of a DDNS provider is the provider's to pay for
            if (ddns.isEmpty() || !(domain.equals(ddns) || domain.endsWith("." + ddns))) {
                Zone zone = scene.names().zone(domain);
                names.add(zone.found() ? zone.name() : domain);
            }
        }
        if (names.isEmpty()) {
            return List.of(
                    new Observation(name(), hop(), List.of())
                            .notApplicable(Text.of("dns.life.not-ours")));
        }
        List<Finding> found = new ArrayList<>();
        for (String name : names) {
            found.add(look(scene, name));
        }
        return found;
    }

    private Finding look(Scene scene, String domain) {
        Registries registries = new Registries(scene.web(), scene.landmarks().registries());
        Registries.Answer answer = registries.ask(domain);
        Evidence evidence = scene.evidence("RDAP " + domain, answer.toString());
        Observation seen = new Observation(name() + ":" + domain, hop(), List.of(evidence));
        return switch (answer) {
            case Registries.CouldNotTell _, Registries.NoSuchDomain _ ->
                    seen.unknown(Severity.INFORMATION, Text.of("dns.life.unknown", domain));
            case Registries.Known(var life) -> judge(seen, domain, life, scene.clock().instant());
        };
    }

    private static Finding judge(Observation seen, String domain, DomainLife life, Instant now) {
        Remedy renew = new Remedy.AskProvider(Text.of("dns.life.remedy", domain));
        Instant expires = life.expires();
        if (life.dead() || (expires != null && expires.isBefore(now))) {
            return seen.fail(Severity.CRITICAL, Text.of("dns.life.over", domain), renew);
        }
        if (expires != null && expires.isBefore(now.plus(SOON))) {
            long days = Duration.between(now, expires).toDays();
            return expires.isBefore(now.plus(VERY_SOON))
                    ? seen.warn(Severity.ERROR, Text.of("dns.life.soon", domain, days), renew)
                    : seen.warn(Severity.WARNING, Text.of("dns.life.soon", domain, days), renew);
        }
        Instant registered = life.registered();
        if (registered != null && registered.isAfter(now.minus(YOUNG))) {
            return seen.warn(Severity.INFORMATION, Text.of("dns.life.young", domain), null);
        }
        return expires == null
                ? seen.unknown(Severity.INFORMATION, Text.of("dns.life.unknown", domain))
                : seen.pass(Text.of("dns.life.ok", domain, expires.toString().substring(0, 10)));
    }
}
