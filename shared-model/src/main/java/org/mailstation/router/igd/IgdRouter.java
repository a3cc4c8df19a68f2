package org.mailstation.router.igd;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.router.Entry;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.Mapping;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/** A router's WANIPConnection or WANPPPConnection. */
final class IgdRouter implements PortMapper {
    private final Gateway gateway;
    private final Soap soap;
    private final String own;

    IgdRouter(Gateway gateway, Soap soap) {
        this.gateway = gateway;
        this.soap = soap;
        this.own = gateway.client().getHostAddress();
    }

    @Override
    public Gateway gateway() {
        return gateway;
    }

    /** GetStatusInfo and GetExternalIPAddress; WANIPConnection:2, 2.5.4 and 2.5.20. */
    @Override
    public RouterAnswer<Line> line() {
        return soap.call("GetStatusInfo")
                .then(
                        status ->
                                soap.call("GetExternalIPAddress")
                                        .then(address -> line(status, address)));
    }

    private static RouterAnswer<Line> line(Map<String, String> status, Map<String, String> ip) {
        boolean connected =
                "Connected".equalsIgnoreCase(status.getOrDefault("NewConnectionStatus", ""));
        InetAddress address = address(ip.getOrDefault("NewExternalIPAddress", ""));
        return new RouterAnswer.Given<>(
                new Line(connected, address, number(status.get("NewUptime"), -1)));
    }

    private static @Nullable InetAddress address(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            return address.isAnyLocalAddress() ? null : address; // 0.0.0.0 is "none"
        } catch (IllegalArgumentException e) {
            return null; // empty while not connected
        }
    }

    @Override
    public RouterAnswer<MapOutcome> map(Wish wish, Duration lease) {
        return switch (read(wish.external())) {
            case RouterAnswer.Given<Entry>(Entry.Leads(Mapping there)) ->
                    there.client().equals(own) && ours(there, wish)
                            ? renew(there, wish, lease)
                            : new RouterAnswer.Given<>(new MapOutcome.Taken(there));
            case RouterAnswer.Given<Entry> _ -> add(wish, lease);
            // some cannot be asked for one entry, and yet take wishes
            case RouterAnswer.Refused<Entry> _ -> add(wish, lease);
            case RouterAnswer.Silent<Entry>(String why) -> new RouterAnswer.Silent<>(why);
            case RouterAnswer.Garbled<Entry>(String why) -> new RouterAnswer.Garbled<>(why);
        };
    }

    /** What another program on this computer asked for stays, unless it is the very same. */
    private static boolean ours(Mapping there, Wish wish) {
        return there.internal() == wish.internal()
                || there.description().equals(wish.description());
    }

    private RouterAnswer<MapOutcome> renew(Mapping there, Wish wish, Duration lease) {
        if (there.fulfils(wish, own)) {
            return there.lease() == null
                    ? new RouterAnswer.Given<>(new MapOutcome.Stands(there, null, null))
                    : add(wish, lease);
        }
        return delete(wish.external()).then(_ -> add(wish, lease));
    }

    private RouterAnswer<MapOutcome> add(Wish wish, Duration lease) {
        return switch (ask(wish, lease)) {
            case RouterAnswer.Given<Map<String, String>> _ -> readBack(wish, lease);
            case RouterAnswer.Refused<Map<String, String>>(Refusal reason, int code, String words)
                    when reason == Refusal.ONLY_PERMANENT && !lease.isZero() ->
                    add(wish, Duration.ZERO);
            case RouterAnswer.Refused<Map<String, String>>(Refusal reason, int _, String _)
                    when reason == Refusal.CONFLICT ->
                    new RouterAnswer.Given<>(new MapOutcome.Taken(holder(wish)));
            case RouterAnswer.Refused<Map<String, String>>(Refusal reason, int code, String w) ->
                    new RouterAnswer.Refused<>(reason, code, w);
            case RouterAnswer.Silent<Map<String, String>>(String why) ->
                    new RouterAnswer.Silent<>(why);
            case RouterAnswer.Garbled<Map<String, String>>(String why) ->
                    new RouterAnswer.Garbled<>(why);
        };
    }

    /** AddPortMapping; 2.5.16. */
    private RouterAnswer<Map<String, String>> ask(Wish wish, Duration lease) {
        return soap.call(
                "AddPortMapping",
                "NewRemoteHost",
                "",
                "NewExternalPort",
                String.valueOf(wish.external()),
                "NewProtocol",
                "TCP",
                "NewInternalPort",
                String.valueOf(wish.internal()),
                "NewInternalClient",
                own,
                "NewEnabled",
                "1",
                "NewPortMappingDescription",
                wish.description(),
                "NewLeaseDuration",
                String.valueOf(lease.toSeconds()));
    }

    private RouterAnswer<MapOutcome> readBack(Wish wish, Duration lease) {
        return switch (read(wish.external())) {
            case RouterAnswer.Given<Entry>(Entry.Leads(Mapping there)) ->
                    new RouterAnswer.Given<>(
                            there.fulfils(wish, own)
                                    ? new MapOutcome.Stands(there, there.lease(), null)
                                    : new MapOutcome.Taken(there));
            case RouterAnswer.Given<Entry> _ ->
                    new RouterAnswer.Garbled<>("it said yes, but does not list the port");
            case RouterAnswer.Refused<Entry> _ ->
                    new RouterAnswer.Given<>(
                            new MapOutcome.Stands(
                                    assumed(wish, lease), lease.isZero() ? null : lease, null));
            case RouterAnswer.Silent<Entry>(String why) -> new RouterAnswer.Silent<>(why);
            case RouterAnswer.Garbled<Entry>(String why) -> new RouterAnswer.Garbled<>(why);
        };
    }

    private Mapping assumed(Wish wish, Duration lease) {
        return new Mapping(
                wish.external(),
                own,
                wish.internal(),
                true,
                wish.description(),
                lease.isZero() ? null : lease);
    }

    private @Nullable Mapping holder(Wish wish) {
        return read(wish.external()) instanceof RouterAnswer.Given<Entry>(Entry.Leads(Mapping it))
                ? it
                : null;
    }

    /** GetSpecificPortMappingEntry; 2.5.15. */
    @Override
    public RouterAnswer<Entry> read(int external) {
        RouterAnswer<Map<String, String>> answer = ofPort("GetSpecificPortMappingEntry", external);
        if (answer instanceof RouterAnswer.Refused<Map<String, String>>(Refusal r, int _, String _)
                && r == Refusal.NO_ENTRY) {
            return new RouterAnswer.Given<>(new Entry.NotListed());
        }
        return answer.then(values -> entry(external, values));
    }

    private static RouterAnswer<Entry> entry(int external, Map<String, String> values) {
        return mapping(external, values)
                .<RouterAnswer<Entry>>map(m -> new RouterAnswer.Given<>(new Entry.Leads(m)))
                .orElseGet(() -> new RouterAnswer.Garbled<>("an entry without address or port"));
    }

    private static Optional<Mapping> mapping(int external, Map<String, String> values) {
        String client = Soap.oneLine(values.getOrDefault("NewInternalClient", ""));
        int internal = (int) number(values.get("NewInternalPort"), -1);
        if (client.isEmpty() || internal < 1 || internal > 65535) {
            return Optional.empty();
        }
        long lease = number(values.get("NewLeaseDuration"), 0);
        return Optional.of(
                new Mapping(
                        external,
                        client,
                        internal,
                        !"0".equals(values.getOrDefault("NewEnabled", "1")),
                        Soap.oneLine(values.getOrDefault("NewPortMappingDescription", "")),
                        lease == 0 ? null : Duration.ofSeconds(lease)));
    }

    private static long number(@Nullable String digits, long otherwise) {
        return digits != null && digits.matches("\\d{1,9}") ? Long.parseLong(digits) : otherwise;
    }

    @Override
    public RouterAnswer<Boolean> unmap(Wish wish) {
        return switch (read(wish.external())) {
            case RouterAnswer.Given<Entry>(Entry.Leads(Mapping there)) ->
                    there.client().equals(own) && there.internal() == wish.internal()
                            ? delete(wish.external())
                            : new RouterAnswer.Given<>(false);
            case RouterAnswer.Given<Entry> _ -> new RouterAnswer.Given<>(false);
            case RouterAnswer.Refused<Entry> _ -> delete(wish.external());
            case RouterAnswer.Silent<Entry>(String why) -> new RouterAnswer.Silent<>(why);
            case RouterAnswer.Garbled<Entry>(String why) -> new RouterAnswer.Garbled<>(why);
        };
    }

    /** DeletePortMapping; 2.5.18. */
    private RouterAnswer<Boolean> delete(int external) {
        RouterAnswer<Map<String, String>> answer = ofPort("DeletePortMapping", external);
        return answer instanceof RouterAnswer.Refused<Map<String, String>>(var r, int _, String _)
                        && r == Refusal.NO_ENTRY
                ? new RouterAnswer.Given<>(false)
                : answer.then(_ -> new RouterAnswer.Given<>(true));
    }

    /** An action about the entry of one port, from wherever the connection comes. */
    private RouterAnswer<Map<String, String>> ofPort(String action, int external) {
        return soap.call(
                action,
                "NewRemoteHost",
                "",
                "NewExternalPort",
                String.valueOf(external),
                "NewProtocol",
                "TCP");
    }
}
