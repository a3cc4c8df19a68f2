package org.mailstation.desktop.surroundings;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Together;
import org.mailstation.lan.Deadline;
import org.mailstation.lan.HomeHttp;
import org.mailstation.lan.Lan;
import org.mailstation.lan.SsdpMessage;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.PortMapper;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.igd.IgdSearch;
import org.mailstation.router.pcp.NatPmp;
import org.mailstation.router.pcp.PortControl;

/** Asks through the home's own router, in every way that leads that far. */
public record RealSecondRouters(Surroundings around) implements SecondRouters {
    private static final Duration PATIENCE = Duration.ofMillis(2500);
    private static final List<Duration> TRIES =
            List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000));

    @Override
    public @Nullable Seen find(Inet4Address inner) {
        List<Lan> lans = around.lans();
        if (lans.isEmpty()) {
            return null;
        }
        List<Callable<List<Seen>>> questions = new ArrayList<>();
        for (Inet4Address candidate : SecondRouters.usual(inner)) {
            boolean ours =
                    candidate.equals(inner)
                            || lans.stream().anyMatch(lan -> lan.contains(candidate));
            if (!ours) {
                questions.add(() -> look(candidate, lans.getFirst()));
            }
        }
        try {
            return Together.call(questions).stream().flatMap(List::stream).findFirst().orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** At most one; what tells most counts. */
    private static List<Seen> look(Inet4Address router, Lan lan) throws InterruptedException {
        List<Callable<List<Seen>>> ways =
                List.of(
                        () -> byPage(router),
                        () -> byNatPmp(router, lan),
                        () -> byIgd(router, lan));
        List<Seen> seen = Together.call(ways).stream().flatMap(List::stream).toList();
        if (seen.isEmpty()) {
            return List.of();
        }
        Inet4Address outer =
                seen.stream().map(Seen::outer).filter(Objects::nonNull).findFirst().orElse(null);
        return List.of(new Seen(router, seen.getLast().page(), outer));
    }

    private static List<Seen> byPage(Inet4Address router) {
        boolean there =
                HomeHttp.get(page(router), Deadline.in(PATIENCE)) instanceof HomeHttp.Answer.Reply;
        return there ? List.of(new Seen(router, page(router), null)) : List.of();
    }

    private static List<Seen> byNatPmp(Inet4Address router, Lan lan) {
        PortControl control =
                new PortControl(
                        new InetSocketAddress(router, PortControl.PORT), lan.address(), TRIES);
        return told(new NatPmp(control).line())
                .map(outer -> new Seen(router, page(router), outer))
                .toList();
    }

    private static List<Seen> byIgd(Inet4Address router, Lan lan) {
        IgdSearch search =
                new IgdSearch(
                        new InetSocketAddress(router, SsdpMessage.PORT),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(500),
                        PATIENCE);
        try {
            return search.alone(lan).stream()
                    .map(IgdSearch.Found::mapper)
                    .map(
                            mapper ->
                                    new Seen(
                                            router,
                                            page(mapper.gateway(), router),
                                            told(mapper).findFirst().orElse(null)))
                    .toList();
        } catch (IOException noWay) {
            return List.of();
        }
    }

    private static Stream<Inet4Address> told(PortMapper mapper) {
        return told(mapper.line());
    }

    private static Stream<Inet4Address> told(RouterAnswer<Line> answer) {
        return answer instanceof RouterAnswer.Given<Line>(Line line)
                        && line.address() instanceof Inet4Address outer
                ? Stream.of(outer)
                : Stream.empty();
    }

    private static URI page(Gateway gateway, Inet4Address router) {
        URI own = gateway.page();
        return own == null ? page(router) : own;
    }

    private static URI page(Inet4Address router) {
        return URI.create("http://" + router.getHostAddress() + "/");
    }
}
