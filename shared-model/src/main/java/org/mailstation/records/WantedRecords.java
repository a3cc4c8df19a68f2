package org.mailstation.records;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mailstation.config.Network;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.text.Text;

/**
 * Everything that should stand in the DNS for a station.
 *
 * @param list the most needed first within each name
 * @param notes what is not proposed, and why
 */
public record WantedRecords(List<WantedRecord> list, List<Text> notes) {
    /** What mail programs are told of: those with TLS from the first byte (RFC 8314 3). */
    private static final List<Service> FOUND_BY_PROGRAMS =
            List.of(Service.IMAPS, Service.SUBMISSIONS, Service.POP3S);

    public WantedRecords {
        list = List.copyOf(list);
        notes = List.copyOf(notes);
    }

    /**
     * Judges.
     *
     * @param texts what is published already
     */
    public static WantedRecords of(Home home, Texts texts) {
        List<WantedRecord> list = new ArrayList<>();
        home.addresses().forEach(address -> list.add(Wanted.address(home, address)));
        for (String domain : home.config().domains()) {
            list.addAll(ofDomain(home, texts, domain));
        }
        list.addAll(ofHost(home));
        return new WantedRecords(list, notes(home));
    }

    private static List<WantedRecord> ofDomain(Home home, Texts texts, String domain) {
        DdnsLimits limits = DdnsLimits.of(home.config(), domain);
        List<WantedRecord> list = new ArrayList<>();
        if (limits.takesMx()) {
            list.add(Wanted.mx(domain, home.config().hostName()));
        }
        if (!limits.takesTxt()) {
            return list;
        }
        list.add(Wanted.spf(home, domain, texts.of(domain, "v=spf1")));
        SigningKey key = home.signing();
        if (key != null) {
            list.add(Wanted.dkim(domain, key));
        }
        String dmarc = DmarcRecord.name(domain);
        list.add(Wanted.dmarc(domain, texts.of(dmarc, DmarcRecord.VERSION)));
        list.add(Wanted.tlsReport(domain));
        String policy = home.policies().get(domain);
        if (policy != null) {
            list.add(Wanted.mtaSts(domain, policy));
        }
        // who takes MX takes SRV as a rule; who has no room for it has none for either
        if (limits.takesMx()) {
            offered(home).forEach(service -> list.add(Wanted.srv(home, domain, service)));
            if (home.config().setup().serve()) {
                list.add(Wanted.autoconfig(domain, home.config().hostName()));
                list.add(Wanted.autodiscover(domain, home.config().hostName()));
            }
        }
        return list;
    }

    private static Stream<Service> offered(Home home) {
        return FOUND_BY_PROGRAMS.stream()
                .filter(one -> home.config().ports().of(one).open() == Port.Open.INTERNET);
    }

    private static List<WantedRecord> ofHost(Home home) {
        StationConfig config = home.config();
        String host = config.hostName();
        List<WantedRecord> list = new ArrayList<>();
        boolean ownName = !config.domains().contains(host);
        if (ownName && DdnsLimits.of(config, host).takesTxt()) {
            list.add(Wanted.hostSpf(host));
        }
        if (config.tls().source() == Tls.Source.ACME) {
            list.add(Wanted.caa(host));
        }
        if (config.relay().use() != Relay.Use.ALWAYS) {
            home.addresses().forEach(address -> list.add(Wanted.reverse(address, host)));
        }
        return list;
    }

    private static List<Text> notes(Home home) {
        StationConfig config = home.config();
        List<Text> notes = new ArrayList<>();
        if (home.addresses().stream().noneMatch(Inet4Address.class::isInstance)) {
            notes.add(Text.of("records.note.no-address", config.hostName()));
        } else if (config.network().address() == Network.Address.DYNAMIC
                && !config.ddns().host().equals(config.hostName())) {
            notes.add(Text.of("records.note.changing", config.hostName()));
        }
        if (home.signing() == null) {
            notes.add(Text.of("records.note.no-dkim"));
        }
        for (String domain : config.domains()) {
            DdnsLimits limits = DdnsLimits.of(config, domain);
            if (!limits.takesMx() || !limits.takesTxt()) {
                notes.add(Text.of("records.note.ddns", domain));
            } else if (config.setup().serve()) {
                notes.add(Text.of("records.note.autoconfig", "autoconfig." + domain));
            }
            if (limits.takesMx() && limits.takesTxt() && !home.policies().containsKey(domain)) {
                notes.add(Text.of("records.note.no-mta-sts", domain));
            }
        }
        if (config.relay().use() != Relay.Use.NEVER && !SpfRecord.knowsRelay(config.relay())) {
            notes.add(Text.of("records.note.relay", config.relay().host()));
        }
        return notes;
    }
}
