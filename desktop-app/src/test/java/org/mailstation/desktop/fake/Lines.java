package org.mailstation.desktop.fake;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Checked;
import org.mailstation.control.StationIdentity;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.records.Home;
import org.mailstation.records.Matching;
import org.mailstation.records.Texts;
import org.mailstation.records.WantedRecord;
import org.mailstation.records.WantedRecords;
import org.mailstation.text.Text;

/** What the checks find of lines, and what stands in the DNS. */
public final class Lines {
    private Lines() {}

    private static Observation seen(String check, String asked, String said) {
        return new Observation(
                check, Hop.ISP, List.of(new Evidence(Vantage.NAS, asked, said, HandLook.WHEN)));
    }

    /** As most would like to have it. */
    public static List<Finding> open() {
        return List.of(
                seen("line", "the line's address", "ROUTER 198.51.100.7")
                        .pass(Text.of("router.line.public", "198.51.100.7")),
                seen("outbound", "mx.example.net:25", "220").pass(Text.of("outbound.ok")),
                seen("dns.reverse", "7.100.51.198.in-addr.arpa PTR", "p7.dyn.provider.example")
                        .warn(
                                Severity.WARNING,
                                Text.of(
                                        "dns.reverse.generic",
                                        "198.51.100.7",
                                        "p7.dyn.provider.example"),
                                null));
    }

    /** Nothing comes in, and nothing gets out. */
    public static List<Finding> closed() {
        return List.of(
                seen("line", "the line's address", "ROUTER 100.64.3.9")
                        .fail(
                                Severity.CRITICAL,
                                Text.of("router.line.carrier-nat", "100.64.3.9"),
                                new Remedy.AskProvider(Text.of("router.line.carrier-nat.remedy"))),
                seen("outbound", "mx.example.net:25", "silent")
                        .fail(Severity.CRITICAL, Text.of("outbound.blocked"), null));
    }

    /** What a station wants of the DNS, of which only the MX record is there, and an old SPF. */
    public static ComparedRecords records(StationConfig config) {
        Home home =
                new Home(config, null, List.of(InetAddress.ofLiteral("198.51.100.7")), Map.of());
        WantedRecords wanted = WantedRecords.of(home, Texts.NONE);
        List<Comparison> list = new ArrayList<>();
        for (WantedRecord one : wanted.list()) {
            list.add(Matching.compare(one, published(one)));
        }
        return new ComparedRecords(list, wanted.notes());
    }

    private static List<String> published(WantedRecord one) {
        return one.type() == RecordType.MX
                ? List.of(one.value())
                : one.value().startsWith("v=spf1") ? List.of("v=spf1 -all") : List.of();
    }

    /** A test letter has made the whole way. */
    public static Checked letterArrived() {
        Finding there =
                new Observation("letter:public", Hop.MAILBOX, List.of())
                        .pass(Text.of("letter.public.ok", "joerg@mueller-family.example", 3));
        return new Checked(HandLook.WHEN, HandLook.WHEN, StationIdentity.UNKNOWN, List.of(there));
    }
}
