package org.mailstation.daemon.forwarding;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailstation.router.Entry;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.Mapping;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/** A router in memory. */
final class FakeMapper implements PortMapper {
    static final Inet4Address ROUTER = ip("192.168.77.1");
    static final Inet4Address NAS = ip("192.168.77.10");

    final Map<Integer, Mapping> table = new TreeMap<>();
    final List<Wish> asked = new ArrayList<>();
    Protocol protocol = Protocol.IGD;
    boolean readable = true;
    boolean gone;
    long upSeconds = 1000;
    String outside = "203.0.113.7";
    @Nullable Duration granted = Duration.ofHours(2);

    /** Instead of a mapping. */
    @Nullable RouterAnswer<MapOutcome> says;

    static Inet4Address ip(String literal) {
        return (Inet4Address) InetAddress.ofLiteral(literal);
    }

    /** Loses everything, as after a power cut. */
    void restart() {
        table.clear();
        upSeconds = 1;
    }

    void taken(int external, String device) {
        table.put(external, new Mapping(external, device, 25, true, "Old server", null));
    }

    @Override
    public Gateway gateway() {
        return new Gateway(protocol, ROUTER, NAS, "HomeBox 7", null);
    }

    @Override
    public RouterAnswer<Line> line() {
        return gone
                ? new RouterAnswer.Silent<>("gone")
                : new RouterAnswer.Given<>(
                        new Line(true, outside.isEmpty() ? null : ip(outside), upSeconds));
    }

    @Override
    public RouterAnswer<MapOutcome> map(Wish wish, Duration lease) {
        asked.add(wish);
        if (gone) {
            return new RouterAnswer.Silent<>("gone");
        }
        if (says != null) {
            return says;
        }
        Mapping there = table.get(wish.external());
        if (there != null && !there.client().equals(NAS.getHostAddress())) {
            return new RouterAnswer.Given<>(new MapOutcome.Taken(readable ? there : null));
        }
        Mapping mapping =
                new Mapping(
                        wish.external(),
                        NAS.getHostAddress(),
                        wish.internal(),
                        true,
                        wish.description(),
                        granted);
        table.put(wish.external(), mapping);
        return new RouterAnswer.Given<>(new MapOutcome.Stands(mapping, granted, null));
    }

    @Override
    public RouterAnswer<Entry> read(int external) {
        if (gone) {
            return new RouterAnswer.Silent<>("gone");
        }
        if (!readable) {
            return new RouterAnswer.Given<>(new Entry.CannotAsk());
        }
        Mapping there = table.get(external);
        return new RouterAnswer.Given<>(
                there == null ? new Entry.NotListed() : new Entry.Leads(there));
    }

    @Override
    public RouterAnswer<Boolean> unmap(Wish wish) {
        return gone
                ? new RouterAnswer.Silent<>("gone")
                : new RouterAnswer.Given<>(table.remove(wish.external()) != null);
    }
}
