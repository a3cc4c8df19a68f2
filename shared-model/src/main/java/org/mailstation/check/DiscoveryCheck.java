package org.mailstation.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Comparison;
import org.mailstation.records.Home;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.records.WantedRecord;
import org.mailstation.text.Text;

/**
 * Do mail programs find the station by themselves (RFC 6186, RFC 8314 5.1)? That nothing is
 * published is a matter of comfort; that something wrong is, leads them astray.
 */
final class DiscoveryCheck extends NamedCheck {
    private static final List<Service> SERVICES =
            List.of(Service.IMAPS, Service.SUBMISSIONS, Service.POP3S);

    DiscoveryCheck() {
        super("dns.discovery", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        Home home = Fix.home(scene);
        for (String domain : scene.config().domains()) {
            found.add(look(scene, home, domain));
        }
        return found;
    }

    private Finding look(Scene scene, Home home, String domain) throws InterruptedException {
        List<Evidence> evidence = new ArrayList<>();
        List<WantedRecord> missing = new ArrayList<>();
        List<WantedRecord> wrong = new ArrayList<>();
        boolean told = true;
        for (Service service : SERVICES) {
            WantedRecord wanted = Wanted.srv(home, domain, service);
            Published published = scene.names().ask(wanted.name(), RecordType.SRV);
            published.replies().stream().map(scene::evidence).forEach(evidence::add);
            if (!(published instanceof Published.Same same)) {
                told = false;
            } else {
                boolean open = scene.config().ports().of(service).open() == Port.Open.INTERNET;
                sort(wanted, same.values(), open, missing, wrong);
            }
        }
        String page = page(scene, domain, evidence);
        Observation seen = new Observation(name() + ":" + domain, hop(), evidence);
        return judge(seen, domain, told, missing, wrong, page);
    }

    private static void sort(
            WantedRecord wanted,
            List<String> published,
            boolean open,
            List<WantedRecord> missing,
            List<WantedRecord> wrong) {
        Comparison.State state = Matching.compare(wanted, published).state();
        // RFC 6186 3.4: a single dot says that there is none
        boolean denied = published.stream().allMatch(value -> value.endsWith(" ."));
        if (state == Comparison.State.MISSING && open) {
            missing.add(wanted);
        } else if (state == Comparison.State.DIFFERS && (open || !denied)) {
            wrong.add(wanted);
        }
    }

    private static Finding judge(
            Observation seen,
            String domain,
            boolean told,
            List<WantedRecord> missing,
            List<WantedRecord> wrong,
            String page) {
        if (!wrong.isEmpty()) {
            return seen.warn(
                    Severity.WARNING,
                    Text.of("dns.discovery.wrong", domain, wrong.getFirst().name()),
                    Fix.publish(wrong.getFirst(), Text.of("dns.discovery.remedy", domain)));
        }
        if (!page.isEmpty()) {
            return seen.warn(
                    Severity.WARNING,
                    Text.of("dns.discovery.page", domain, page),
                    new Remedy.AskProvider(Text.of("dns.discovery.page.remedy", page)));
        }
        if (!told) {
            return seen.unknown(Severity.INFORMATION, Text.of("dns.untold", domain));
        }
        return missing.isEmpty()
                ? seen.pass(Text.of("dns.discovery.ok", domain))
                : seen.warn(
                        Severity.INFORMATION,
                        Text.of("dns.discovery.none", domain),
                        Fix.publish(missing.getFirst(), Text.of("dns.discovery.remedy", domain)));
    }

    /** The page that programs ask for settings, if it names other servers; else empty. */
    private static String page(Scene scene, String domain, List<Evidence> evidence)
            throws InterruptedException {
        String host = "autoconfig." + domain;
        if (!(scene.names().ask(host, RecordType.A) instanceof Published.Same same)
                || same.values().isEmpty()) {
            return "";
        }
        URI page = URI.create("https://" + host + "/mail/config-v1.1.xml");
        if (!(scene.web().send(Web.Request.get(page))
                instanceof Web.Answer.Reply(var status, var body))) {
            return ""; // a page on this very line may be hidden from those at home only
        }
        evidence.add(scene.evidence(page.toString(), "HTTP " + status));
        boolean settings = status == 200 && body.contains("<clientConfig");
        String ours = ">" + scene.config().hostName() + "<";
        return settings && !body.toLowerCase(Locale.ROOT).contains(ours) ? page.toString() : "";
    }
}
