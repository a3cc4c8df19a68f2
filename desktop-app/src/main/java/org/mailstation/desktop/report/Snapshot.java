package org.mailstation.desktop.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.RouterStatus;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationStatus;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;

/**
 * What a station consisted of at one moment, to be compared with another: no secret, no letter, no
 * word of anybody. Whatever is empty or missing was not known, and is compared with nothing.
 *
 * @param station its address, as the person calls it
 * @param at when
 * @param program version of this program
 * @param daemon version of the mail service
 * @param toml the settings; secrets lie elsewhere
 * @param line the home's address on the Internet
 * @param home the address of the NAS at home
 * @param router as it calls itself
 * @param records what was published under which name and type
 * @param ports of the router, and whether they lead to the NAS
 * @param certificate that the entrances show
 */
public record Snapshot(
        String station,
        Instant at,
        String program,
        String daemon,
        String toml,
        String line,
        String home,
        String router,
        List<Published> records,
        List<Port> ports,
        @Nullable Certificate certificate) {
    public Snapshot {
        records = List.copyOf(records);
        ports = List.copyOf(ports);
    }

    public record Published(String name, String type, List<String> values) {
        public Published {
            values = List.copyOf(values);
        }
    }

    /** A port of the router; that it did not answer is not among them. */
    public record Port(int external, boolean leadsHere) {}

    public record Certificate(String key, Instant until, boolean own) {}

    static Snapshot of(Gathered gathered) {
        Gathered.Told told = gathered.told();
        StationStatus status = told.status();
        StationIdentity identity = gathered.identity();
        DdnsStatus ddns = told.ddns();
        Forwards forwards = told.forwards();
        RouterStatus router = forwards == null ? null : forwards.router();
        String outside = router == null ? "" : router.outside();
        return new Snapshot(
                gathered.host(),
                gathered.at(),
                gathered.program(),
                status == null ? "" : status.version(),
                // what it told before is no news
                identity == null || status == null ? "" : identity.toml(),
                ddns == null || ddns.address().isEmpty() ? outside : ddns.address(),
                identity == null || status == null ? "" : identity.home(),
                router == null ? "" : router.name(),
                records(told.records()),
                ports(forwards),
                certificate(status));
    }

    private static List<Published> records(@Nullable ComparedRecords records) {
        return records == null
                ? List.of()
                : records.list().stream()
                        .filter(one -> one.state() != Comparison.State.UNTOLD)
                        .map(
                                one ->
                                        new Published(
                                                one.wanted().name(),
                                                one.wanted().type().name(),
                                                one.published().stream().sorted().toList()))
                        .toList();
    }

    private static List<Port> ports(@Nullable Forwards forwards) {
        return forwards == null
                ? List.of()
                : forwards.forwards().stream()
                        .filter(one -> known(one.state()))
                        .map(
                                one ->
                                        new Port(
                                                one.external(),
                                                one.state() instanceof ForwardState.Stands))
                        .toList();
    }

    private static boolean known(ForwardState state) {
        return switch (state) {
            case ForwardState.Asking _, ForwardState.NoAnswer _, ForwardState.NoRouter _ -> false;
            case ForwardState.Stands _,
                    ForwardState.Taken _,
                    ForwardState.OtherPort _,
                    ForwardState.Refused _,
                    ForwardState.NotListening _,
                    ForwardState.Withdrawn _ ->
                    true;
        };
    }

    private static @Nullable Certificate certificate(@Nullable StationStatus status) {
        CertificateStatus shown = status == null ? null : status.certificate();
        return shown == null
                ? null
                : new Certificate(shown.keySha256(), shown.notAfter(), shown.selfSigned());
    }
}
