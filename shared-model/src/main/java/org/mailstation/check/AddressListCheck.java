package org.mailstation.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.config.Relay;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.records.ReverseNames;
import org.mailstation.text.Text;

/** Is the home's address on a list of those whose letters are refused (RFC 5782)? */
final class AddressListCheck extends NamedCheck {
    /** Lists of other people use the same numbers for other reasons. */
    private static final String SPAMHAUS = ".spamhaus.org";

    AddressListCheck() {
        super("dns.blocklist.address", Hop.ISP, Vantage.PC, Vantage.NAS);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        return switch (scene.line().address()) {
            case PublicLine.Unknown(var evidence) ->
                    List.of(
                            new Observation(name(), hop(), evidence)
                                    .unknown(Severity.INFORMATION, Text.of("line.unknown")));
            case PublicLine.Known(var address, _) -> look(scene, address);
        };
    }

    private List<Finding> look(Scene scene, InetAddress address) throws InterruptedException {
        List<Callable<Finding>> questions = new ArrayList<>();
        for (BlockList list : scene.landmarks().addressLists()) {
            questions.add(() -> ask(scene, list, address));
        }
        return Together.call(questions);
    }

    private Finding ask(Scene scene, BlockList list, InetAddress address) {
        Listing listing = Listing.ask(scene, list, ReverseNames.digits(address));
        Observation seen = new Observation(name() + ":" + list.zone(), hop(), listing.evidence());
        String ip = address.getHostAddress();
        return switch (listing.answer()) {
            case Listing.NotListed() -> seen.pass(Text.of("dns.blocklist.ok", ip, list.zone()));
            case Listing.CouldNotTell() ->
                    seen.unknown(
                            Severity.INFORMATION, Text.of("dns.blocklist.unknown", list.zone()));
            case Listing.Listed(var codes) ->
                    listed(seen, list, worst(list, codes), ip, scene.config().relay().use());
        };
    }

    private static Finding listed(
            Observation seen, BlockList list, Reason reason, String ip, Relay.Use relay) {
        String zone = list.zone();
        return switch (reason) {
            case HOME_LINE ->
                    relay == Relay.Use.NEVER
                            ? seen.warn(
                                    Severity.WARNING,
                                    Text.of("dns.blocklist.home-line", ip, zone),
                                    new Remedy.ChangeSetting(
                                            Text.of("dns.blocklist.home-line.remedy"),
                                            "relay.use",
                                            "always"))
                            : seen.pass(Text.of("dns.blocklist.home-line.relay", ip));
            case INFECTED ->
                    seen.fail(
                            Severity.ERROR,
                            Text.of("dns.blocklist.infected", ip, zone),
                            new Remedy.RouterStep(Text.of("dns.blocklist.infected.remedy")));
            case SPAM ->
                    seen.fail(
                            relay == Relay.Use.ALWAYS ? Severity.WARNING : Severity.ERROR,
                            Text.of("dns.blocklist.spam", ip, zone),
                            new Remedy.AskProvider(Text.of("dns.blocklist.spam.remedy", ip, zone)));
        };
    }

    /** Why an address is listed; the worst last. */
    private enum Reason {
        /** a line of a home, from which no letters are expected: nobody's fault */
        HOME_LINE,
        /** a device at home, or the customer before, sends without knowing */
        INFECTED,
        SPAM
    }

    private static Reason worst(BlockList list, List<String> codes) {
        if (!list.zone().endsWith(SPAMHAUS)) {
            return Reason.SPAM;
        }
        return codes.stream()
                .map(AddressListCheck::spamhaus)
                .max(Reason::compareTo)
                .orElse(Reason.SPAM);
    }

    /** The codes of zen.spamhaus.org: SBL and DROP, XBL, PBL. */
    private static Reason spamhaus(String code) {
        return switch (code) {
            case "127.0.0.10", "127.0.0.11" -> Reason.HOME_LINE;
            case "127.0.0.4", "127.0.0.5", "127.0.0.6", "127.0.0.7" -> Reason.INFECTED;
            default -> Reason.SPAM;
        };
    }
}
