package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Network;
import org.mailstation.config.Parsed;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Finding;

/** What the router leads to the NAS, and what a person would enter there. On the owner's thread. */
public final class Forwarding {

    /**
     * One line of the table.
     *
     * @param external port outside
     * @param internal port at the NAS; 0: it does not listen
     * @param state {@code null}: the router was not asked for it
     */
    public record Line(Service service, int external, int internal, @Nullable ForwardState state) {}

    /**
     * What can be shown.
     *
     * @param told it was asked, and its settings could be read
     * @param nas its address at home; empty: not known
     * @param direct no router stands before it
     * @param router its name, or empty: none takes wishes
     * @param page the router's own page; may be empty
     */
    public record View(
            Activity activity,
            boolean told,
            String nas,
            boolean direct,
            String router,
            String page,
            List<Line> lines,
            List<Finding> findings) {
        public View {
            lines = List.copyOf(lines);
            findings = List.copyOf(findings);
        }

        /** There is nothing that a router would have to lead. */
        public boolean none() {
            return told && lines.isEmpty();
        }

        /** Everything stands. */
        public boolean complete() {
            return told
                    && !lines.isEmpty()
                    && lines.stream().allMatch(one -> one.state() instanceof ForwardState.Stands);
        }
    }

    private record Known(
            @Nullable StationConfig config,
            StationStatus status,
            StationIdentity identity,
            Forwards forwards) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Known known;

    public Forwarding(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        Known now = known;
        if (now == null) {
            return new View(errand.activity(), false, "", false, "", "", List.of(), List.of());
        }
        var router = now.forwards().router();
        StationConfig config = now.config();
        return new View(
                errand.activity(),
                config != null,
                router == null || router.nas().isEmpty() ? now.identity().home() : router.nas(),
                config != null && config.network().line() == Network.Line.DIRECT,
                router == null ? "" : router.name().isEmpty() ? router.address() : router.name(),
                router == null ? "" : router.page(),
                lines(now),
                now.forwards().findings());
    }

    private static List<Line> lines(Known known) {
        StationConfig config = known.config();
        List<Line> lines = new ArrayList<>();
        if (config == null) {
            return lines;
        }
        for (Service service : Service.values()) {
            Port port = config.ports().of(service);
            if (port.open() == Port.Open.INTERNET) {
                lines.add(
                        new Line(
                                service,
                                port.external(),
                                bound(known.status(), service),
                                state(known.forwards(), service)));
            }
        }
        return lines;
    }

    private static int bound(StationStatus status, Service service) {
        return status.listeners().stream()
                .filter(one -> one.service() == service)
                .mapToInt(ListenerStatus::bound)
                .findFirst()
                .orElse(0);
    }

    private static @Nullable ForwardState state(Forwards forwards, Service service) {
        return forwards.forwards().stream()
                .filter(one -> one.service() == service)
                .map(Forward::state)
                .findFirst()
                .orElse(null);
    }

    /** Fetches what is known. */
    public void open() {
        ask(Wanted.TELL);
    }

    /** Has the router asked now. */
    public void again() {
        ask(Wanted.ASK_AGAIN);
    }

    private void ask(Wanted wanted) {
        errand.start(
                Activity.Running.of("flow.ports.asking"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation, station -> fetch(station, wanted, cancellation)),
                told -> {
                    known = told;
                    audience.tell();
                });
    }

    private static Known fetch(Station station, Wanted wanted, Cancellation cancellation)
            throws FailureException {
        Forwards forwards = station.forwards(wanted, cancellation);
        return new Known(
                StationToml.read(station.config().toml())
                                instanceof Parsed.Valid<StationConfig>(StationConfig config)
                        ? config
                        : null,
                station.status(),
                station.identity(),
                forwards);
    }

    public void cancel() {
        errand.cancel();
    }
}
