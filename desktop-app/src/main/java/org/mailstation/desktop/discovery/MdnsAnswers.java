package org.mailstation.desktop.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.Lan;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Collects the records of one network's answers (RFC 6763 4 to 6) and makes devices of them. */
final class MdnsAnswers {
    private static final int MOST_SERVICES = 256;
    private static final int MOST_ADDRESSES = 16;

    private final Lan lan;
    private final Set<Name> services;
    private final Map<Name, Service> instances = new LinkedHashMap<>();
    private final Map<Name, Set<InetAddress>> addresses = new LinkedHashMap<>();
    private final Map<Object, Sighting> told = new LinkedHashMap<>();
    private final Set<Name> askedAgain = new HashSet<>();

    private static final class Service {
        private final InetAddress sender;
        private @Nullable SRVRecord srv;
        private @Nullable TXTRecord txt;

        Service(InetAddress sender) {
            this.sender = sender;
        }
    }

    /**
     * @param services the types that were asked for; everything else is ignored
     */
    MdnsAnswers(Lan lan, Set<Name> services) {
        this.lan = lan;
        this.services = Set.copyOf(services);
    }

    /**
     * Takes a message.
     *
     * @return the devices of which more is known now
     */
    List<Sighting> take(Message message, InetAddress sender) {
        // RFC 6762 11: what does not come from this network is not from a neighbour
        if (!message.getHeader().getFlag(Flags.QR) || !lan.contains(sender)) {
            return List.of();
        }
        for (int section : new int[] {Section.ANSWER, Section.ADDITIONAL}) {
            message.getSection(section).forEach(one -> take(one, sender));
        }
        return news();
    }

    private void take(Record one, InetAddress sender) {
        switch (one) {
            case PTRRecord ptr when services.contains(ptr.getName()) ->
                    instance(ptr.getTarget(), sender);
            case SRVRecord srv -> {
                Service service = instance(srv.getName(), sender);
                if (service != null) {
                    service.srv = srv;
                }
            }
            case TXTRecord txt -> {
                Service service = instance(txt.getName(), sender);
                if (service != null) {
                    service.txt = txt;
                }
            }
            case ARecord a when addresses.size() < MOST_SERVICES -> {
                Set<InetAddress> known =
                        addresses.computeIfAbsent(a.getName(), _ -> new LinkedHashSet<>());
                if (known.size() < MOST_ADDRESSES && lan.contains(a.getAddress())) {
                    known.add((Inet4Address) a.getAddress());
                }
            }
            default -> {}
        }
    }

    private @Nullable Service instance(Name name, InetAddress sender) {
        boolean ours =
                name.labels() > 1
                        && services.contains(new Name(name, 1))
                        && (instances.containsKey(name) || instances.size() < MOST_SERVICES);
        return ours ? instances.computeIfAbsent(name, _ -> new Service(sender)) : null;
    }

    /** Services that were named without saying where they are or what; each is told once. */
    List<Name> incomplete() {
        List<Name> incomplete = new ArrayList<>();
        instances.forEach(
                (name, service) -> {
                    if ((service.srv == null || service.txt == null) && askedAgain.add(name)) {
                        incomplete.add(name);
                    }
                });
        return incomplete;
    }

    private List<Sighting> news() {
        Map<Object, Sighting> now = new LinkedHashMap<>();
        instances.forEach(
                (name, service) -> {
                    Object device = service.srv == null ? service.sender : service.srv.getTarget();
                    now.put(device, add(now.getOrDefault(device, start(service)), name, service));
                });
        List<Sighting> news = new ArrayList<>();
        now.forEach(
                (device, sighting) -> {
                    Sighting named = Announcement.fromName(sighting);
                    if (!named.equals(told.put(device, named))) {
                        news.add(named);
                    }
                });
        return news;
    }

    private Sighting start(Service service) {
        Sighting sighting = Sighting.at(Channel.MDNS, service.sender);
        if (service.srv == null) {
            return sighting;
        }
        Name host = service.srv.getTarget();
        Set<InetAddress> known = addresses.getOrDefault(host, Set.of());
        return (known.isEmpty() ? sighting : sighting.at(List.copyOf(known))).named(label(host, 0));
    }

    private static Sighting add(Sighting sighting, Name name, Service service) {
        String type = label(name, 1);
        Sighting more =
                service.txt == null
                        ? sighting
                        : Announcement.addTo(sighting, type, service.txt.getStringsAsByteArrays());
        return type.equals("_ssh") && service.srv != null && service.srv.getPort() > 0
                ? more.sshPort(service.srv.getPort())
                : more;
    }

    /** A label without DNS's escapes: the first byte is its length. */
    private static String label(Name name, int index) {
        if (index >= name.labels()) {
            return "";
        }
        byte[] label = name.getLabel(index);
        return new String(label, 1, label.length - 1, StandardCharsets.UTF_8);
    }
}
