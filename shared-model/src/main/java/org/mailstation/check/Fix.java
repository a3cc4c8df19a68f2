package org.mailstation.check;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.mailstation.finding.Remedy;
import org.mailstation.records.Home;
import org.mailstation.records.WantedRecord;
import org.mailstation.text.Text;

/** Remedies that are records: what the checks propose is what the list of records says. */
final class Fix {
    private Fix() {}

    static Remedy publish(WantedRecord wanted, Text text) {
        return new Remedy.DnsRecord(
                text, wanted.type().name(), wanted.name() + ".", wanted.value());
    }

    /** The same where the sentence of the record itself says enough. */
    static Remedy publish(WantedRecord wanted, String domain) {
        return publish(wanted, Text.of("dns.record.remedy", domain));
    }

    /** What the records are made from, as far as it is known here. */
    static Home home(Scene scene) throws InterruptedException {
        List<InetAddress> addresses =
                scene.line().address() instanceof PublicLine.Known(var address, var _)
                        ? List.of(address)
                        : List.of();
        return new Home(scene.config(), scene.identity().signing(), addresses, Map.of());
    }
}
