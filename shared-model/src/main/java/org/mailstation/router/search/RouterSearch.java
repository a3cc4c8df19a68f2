package org.mailstation.router.search;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mailstation.lan.Lan;
import org.mailstation.router.Line;
import org.mailstation.router.Pinholes;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.igd.IgdSearch;
import org.mailstation.router.pcp.NatPmp;
import org.mailstation.router.pcp.Nonce;
import org.mailstation.router.pcp.Pcp;
import org.mailstation.router.pcp.PortControl;
import org.mailstation.router.search.RoutersFound.Tried;

/**
 * One way to search.
 *
 * @param igd how routers with UPnP are looked for
 * @param port at which the home's way out is asked by PCP and NAT-PMP
 * @param patience for those two, see {@link PortControl}
 * @param nonce for mappings by PCP
 */
public record RouterSearch(IgdSearch igd, int port, List<Duration> patience, Nonce nonce) {

    /** As it is done in a home; takes up to 4 seconds, less if everybody answers. */
    public static RouterSearch usual(Nonce nonce) {
        return new RouterSearch(
                new IgdSearch(
                        IgdSearch.GROUP,
                        Duration.ofMillis(2500),
                        Duration.ofMillis(800),
                        Duration.ofSeconds(5)),
                PortControl.PORT,
                PortControl.USUAL,
                nonce);
    }

    public RouterSearch {
        patience = List.copyOf(patience);
    }

    private record Part(List<PortMapper> mappers, List<Pinholes> pinholes, Tried tried) {}

    /**
     * Asks in all these networks.
     *
     * @param gateways the home's ways out; those outside the networks are left alone
     */
    public RoutersFound find(List<Lan> lans, List<Inet4Address> gateways) {
        List<Future<Part>> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lans.forEach(lan -> parts.add(threads.submit(() -> byIgd(lan))));
            for (Lan lan : lans) {
                gateways.stream()
                        .filter(lan::contains)
                        .flatMap(gateway -> byDatagram(gateway, lan).stream())
                        .forEach(question -> parts.add(threads.submit(question)));
            }
        }
        return together(parts.stream().map(RouterSearch::result).toList(), gateways);
    }

    private static RoutersFound together(List<Part> parts, List<Inet4Address> gateways) {
        List<PortMapper> mappers =
                parts.stream()
                        .flatMap(part -> part.mappers().stream())
                        .sorted(
                                Comparator.comparing(
                                                (PortMapper one) ->
                                                        !gateways.contains(one.gateway().address()))
                                        .thenComparing(one -> one.gateway().protocol()))
                        .toList();
        return new RoutersFound(
                mappers,
                parts.stream().flatMap(part -> part.pinholes().stream()).toList(),
                parts.stream().map(Part::tried).toList());
    }

    private Part byIgd(Lan lan) {
        String where = igd.group().getHostString() + " from " + lan.address().getHostAddress();
        try {
            List<IgdSearch.Found> found = igd.in(lan);
            return new Part(
                    found.stream().map(IgdSearch.Found::mapper).toList(),
                    found.stream().map(IgdSearch.Found::pinholes).filter(Objects::nonNull).toList(),
                    new Tried(Protocol.IGD, where, found.size() + " routers"));
        } catch (IOException e) {
            return new Part(
                    List.of(),
                    List.of(),
                    new Tried(Protocol.IGD, where, "could not ask: " + e.getMessage()));
        }
    }

    private List<Callable<Part>> byDatagram(Inet4Address gateway, Lan lan) {
        PortControl control =
                new PortControl(new InetSocketAddress(gateway, port), lan.address(), patience);
        return List.of(() -> look(new Pcp(control, nonce)), () -> look(new NatPmp(control)));
    }

    /** A router that refuses still speaks this protocol, unless it is that what it refuses. */
    private static Part look(PortMapper mapper) {
        RouterAnswer<Line> answer = mapper.line();
        boolean there =
                switch (answer) {
                    case RouterAnswer.Given<Line> _ -> true;
                    case RouterAnswer.Refused<Line>(Refusal reason, int _, String _) ->
                            reason != Refusal.UNSUPPORTED;
                    case RouterAnswer.Silent<Line> _, RouterAnswer.Garbled<Line> _ -> false;
                };
        return new Part(
                there ? List.of(mapper) : List.of(),
                List.of(),
                new Tried(
                        mapper.gateway().protocol(),
                        mapper.gateway().address().getHostAddress(),
                        answer.technically()));
    }

    private static Part result(Future<Part> part) {
        try {
            return part.get();
        } catch (ExecutionException surprise) {
            throw new IllegalStateException("a router was asked in vain", surprise.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted, although the answer is there", e);
        }
    }
}
