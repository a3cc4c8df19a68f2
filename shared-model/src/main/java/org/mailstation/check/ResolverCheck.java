package org.mailstation.check;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * Is this computer told the same about the station's name as the world? Routers filter names that
 * lead into the home (rebinding), others answer with the home's own address (split horizon).
 */
final class ResolverCheck extends NamedCheck {
    ResolverCheck() {
        super("dns.here", Hop.ROUTER, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        String host = scene.config().hostName();
        DnsReply here = scene.names().hereAskedAgain(host, RecordType.A);
        Published world = scene.names().ask(host, RecordType.A);
        List<Evidence> evidence =
                Stream.concat(Stream.of(here), world.replies().stream())
                        .map(scene::evidence)
                        .toList();
        // PC and NAS may be set to different resolvers
        String name = scene.vantage() == Vantage.NAS ? name() : name() + ":pc";
        return List.of(judge(scene, new Observation(name, hop(), evidence), here, world, host));
    }

    private static Finding judge(
            Scene scene, Observation seen, DnsReply here, Published world, String host) {
        if (!here.told()) {
            return seen.fail(
                    Severity.ERROR,
                    Text.of("dns.here.silent", here.server()),
                    new Remedy.RouterStep(Text.of("dns.here.silent.remedy")));
        }
        if (!(world instanceof Published.Same same)) {
            return seen.unknown(Severity.INFORMATION, Text.of("dns.untold", host));
        }
        if (here.values().equals(same.values())) {
            return seen.pass(Text.of("dns.here.ok"));
        }
        if (here.values().isEmpty()) {
            return seen.warn(
                    Severity.WARNING,
                    Text.of("dns.here.filtered", host),
                    new Remedy.RouterStep(Text.of("dns.here.filtered.remedy", host)));
        }
        return other(scene, seen, here, host);
    }

    /** The answer at home differs: fine if it is the station's own address there. */
    private static Finding other(Scene scene, Observation seen, DnsReply here, String host) {
        List<InetAddress> told = here.values().stream().map(Addresses::literal).toList();
        InetAddress home = scene.identity().home();
        if (told.stream().allMatch(address -> address.equals(home))) {
            return seen.pass(Text.of("dns.here.inside", host));
        }
        String words = String.join(", ", here.values());
        boolean atHome = told.stream().allMatch(InetAddress::isSiteLocalAddress);
        if (atHome && home == null) {
            return seen.unknown(
                    Severity.INFORMATION, Text.of("dns.here.inside.unknown", host, words));
        }
        return seen.warn(
                Severity.WARNING,
                Text.of(atHome ? "dns.here.elsewhere" : "dns.here.other", host, words),
                new Remedy.RouterStep(Text.of("dns.here.other.remedy", host)));
    }
}
