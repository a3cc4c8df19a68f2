package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** Is one of the mail domains on a list of names with a bad reputation (RFC 5782 3)? */
final class NameListCheck extends NamedCheck {
    NameListCheck() {
        super("dns.blocklist.name", Hop.DNS, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        List<Callable<Finding>> questions = new ArrayList<>();
        for (String domain : scene.config().domains()) {
            for (BlockList list : scene.landmarks().nameLists()) {
                questions.add(() -> ask(scene, list, domain));
            }
        }
        return Together.call(questions);
    }

    private Finding ask(Scene scene, BlockList list, String domain) {
        Listing listing = Listing.ask(scene, list, domain);
        Observation seen = new Observation(name() + ":" + domain, hop(), listing.evidence());
        String zone = list.zone();
        return switch (listing.answer()) {
            case Listing.NotListed() -> seen.pass(Text.of("dns.blocklist.ok", domain, zone));
            case Listing.CouldNotTell() ->
                    seen.unknown(Severity.INFORMATION, Text.of("dns.blocklist.unknown", zone));
            case Listing.Listed _ ->
                    seen.fail(
                            Severity.ERROR,
                            Text.of("dns.blocklist.name", domain, zone),
                            new Remedy.AskProvider(
                                    Text.of("dns.blocklist.name.remedy", domain, zone)));
        };
    }
}
