package org.mailstation.check;

import java.util.List;
import org.mailstation.config.StationConfig;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/**
 * Does somebody read what is written to {@code abuse@} each domain (RFC 2142 4)? {@code
 * postmaster@} always leads somewhere: the station sees to that itself.
 */
final class RoleAddressCheck extends NamedCheck {
    RoleAddressCheck() {
        super("role", Hop.MAILBOX, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) {
        return scene.config().domains().stream().map(domain -> judge(scene, domain)).toList();
    }

    private Finding judge(Scene scene, String domain) {
        String abuse = "abuse@" + domain;
        boolean there = leads(scene.config(), abuse) || leads(scene.config(), "@" + domain);
        Evidence evidence = scene.evidence("configuration: " + abuse, there ? "there" : "none");
        Observation seen = new Observation(name() + ":" + domain, hop(), List.of(evidence));
        return there
                ? seen.pass(Text.of("role.ok", domain))
                : seen.warn(
                        Severity.INFORMATION,
                        Text.of("role.none", abuse),
                        new Remedy.ChangeSetting(Text.of("role.remedy", abuse), "aliases", abuse));
    }

    private static boolean leads(StationConfig config, String address) {
        return config.accounts().stream().anyMatch(one -> one.address().equals(address))
                || config.aliases().stream().anyMatch(one -> one.address().equals(address));
    }
}
