package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.clients.AppleProfile;
import org.mailstation.clients.Autoconfig;
import org.mailstation.clients.ClientSettings;
import org.mailstation.config.Account;
import org.mailstation.config.Parsed;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;

/** What people enter in their phones and mail programs. All on the owner's thread. */
public final class Handout {

    /** How letters are read. */
    public enum Reading {
        IMAP(Service.IMAPS),
        POP3(Service.POP3S);

        private final Service service;

        Reading(Service service) {
            this.service = service;
        }
    }

    /**
     * An entrance as a mail program is told of it; all have TLS from the first byte.
     *
     * @param port at the router's outside where it is open to the Internet, else at the NAS; 0: not
     *     open
     * @param everywhere it works from the Internet too
     */
    public record Entrance(Service service, int port, boolean everywhere) {}

    /**
     * What can be shown.
     *
     * @param people addresses, which are the user names
     * @param host name of the server; empty: the station has no configuration yet
     */
    public record View(
            Activity activity,
            String host,
            List<String> people,
            String person,
            Reading reading,
            @Nullable Entrance in,
            @Nullable Entrance out,
            List<ClientFile> files) {
        public View {
            people = List.copyOf(people);
            files = List.copyOf(files);
        }
    }

    /** Whose files there are. */
    public enum Program {
        /** iPhone, iPad and Mac */
        APPLE,
        THUNDERBIRD
    }

    /**
     * A file that sets a program up. It holds no password.
     *
     * @param name proposed for it
     */
    public record ClientFile(Program program, String name, String content) {}

    private record Known(@Nullable StationConfig config, StationStatus status) {}

    private final Session session;
    private final Errand errand;
    private final List<Consumer<View>> listeners = new ArrayList<>();
    private @Nullable Known known;
    private String person = "";
    private Reading reading = Reading.IMAP;

    public Handout(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, this::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        listeners.add(listener);
        listener.accept(view());
    }

    public View view() {
        Known now = known;
        StationConfig config = now == null ? null : now.config();
        if (now == null || config == null) {
            return new View(errand.activity(), "", List.of(), "", reading, null, null, List.of());
        }
        List<String> people =
                config.accounts().stream().filter(Account::enabled).map(Account::address).toList();
        String chosen =
                people.contains(person) ? person : people.isEmpty() ? "" : people.getFirst();
        return new View(
                errand.activity(),
                config.hostName(),
                people,
                chosen,
                reading,
                entrance(now, config, reading.service),
                entrance(now, config, Service.SUBMISSIONS),
                files(config, chosen, reading));
    }

    private static List<ClientFile> files(StationConfig config, String address, Reading reading) {
        String domain = address.substring(address.indexOf('@') + 1);
        ClientSettings settings = ClientSettings.of(config, domain, reading == Reading.POP3);
        if (address.isEmpty() || !settings.complete()) {
            return List.of();
        }
        String name =
                config.accounts().stream()
                        .filter(one -> one.address().equals(address))
                        .map(Account::name)
                        .findFirst()
                        .orElse("");
        return List.of(
                new ClientFile(
                        Program.APPLE,
                        address.replace('@', '-') + ".mobileconfig",
                        AppleProfile.of(settings, address, name)),
                new ClientFile(
                        Program.THUNDERBIRD,
                        "config-v1.1-" + domain + ".xml",
                        Autoconfig.of(settings)));
    }

    private static Entrance entrance(Known known, StationConfig config, Service service) {
        Port port = config.ports().of(service);
        return switch (port.open()) {
            case OFF -> new Entrance(service, 0, false);
            case INTERNET -> new Entrance(service, port.external(), true);
            case LAN -> new Entrance(service, bound(known, service), false);
        };
    }

    private static int bound(Known known, Service service) {
        return known.status().listeners().stream()
                .filter(one -> one.service() == service)
                .mapToInt(ListenerStatus::bound)
                .findFirst()
                .orElse(0);
    }

    /** Asks the station. */
    public void open() {
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) -> session.onStation(cancellation, Handout::fetch),
                told -> {
                    known = told;
                    tell();
                });
    }

    private static Known fetch(Station station) throws FailureException {
        ConfigDocument document = station.config();
        return new Known(
                StationToml.read(document.toml())
                                instanceof Parsed.Valid<StationConfig>(StationConfig config)
                        ? config
                        : null,
                station.status());
    }

    /** Another person. */
    public void choose(String address) {
        if (!person.equals(address)) {
            person = address;
            tell();
        }
    }

    /** Another way of reading. */
    public void read(Reading by) {
        if (reading != by) {
            reading = by;
            tell();
        }
    }

    public void cancel() {
        errand.cancel();
    }

    private void tell() {
        View now = view();
        listeners.forEach(listener -> listener.accept(now));
    }
}
