package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;

/** A look at one DNS record of each mail domain. */
abstract class DomainCheck extends NamedCheck {
    private final RecordType type;
    private final String prefix;
    private final Severity severity;

    /**
     * @param prefix of the record's name before the domain, with its dot; may be empty
     * @param severity if the DNS does not tell, or contradicts itself
     */
    DomainCheck(String name, RecordType type, String prefix, Severity severity) {
        super(name, Hop.DNS, Vantage.PC, Vantage.NAS);
        this.type = type;
        this.prefix = prefix;
        this.severity = severity;
    }

    @Override
    public final List<Finding> look(Scene scene) throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        for (String domain : scene.config().domains()) {
            found.add(
                    new DnsRule(scene, name() + ":" + domain, prefix + domain, type, severity)
                            .judge(judge(scene, domain)));
        }
        return found;
    }

    /** What counts for this domain. */
    abstract DnsRule.Judge judge(Scene scene, String domain) throws InterruptedException;
}
