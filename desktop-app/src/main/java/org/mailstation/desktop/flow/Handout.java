package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.clients.AppleProfile;
import org.mailstation.clients.Autoconfig;
import org.mailstation.clients.ClientSettings;
import org.mailstation.clients.ClientWay;
import org.mailstation.config.Account;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;

/** What people enter in their phones and mail programs. All on the owner's thread. */
public final class Handout {

    /** How letters are read. */
    public enum Reading {
        IMAP,
        POP3
    }

    /**
     * What can be shown.
     *
     * @param people addresses, which are the user names
     * @param host name of the server; empty: the station has no configuration yet
     * @param in how letters are read as wished; {@code null}: closed
     * @param out how letters are sent; {@code null}: closed
     */
    public record View(
            Activity activity,
            String host,
            List<String> people,
            String person,
            Reading reading,
            @Nullable ClientWay in,
            @Nullable ClientWay out,
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

    private final Session session;
    private final Errand errand;
    private final List<Consumer<View>> listeners = new ArrayList<>();
    private @Nullable StationConfig known;
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
        StationConfig config = known;
        if (config == null) {
            return new View(errand.activity(), "", List.of(), "", reading, null, null, List.of());
        }
        List<String> people =
                config.accounts().stream().filter(Account::enabled).map(Account::address).toList();
        String chosen =
                people.contains(person) ? person : people.isEmpty() ? "" : people.getFirst();
        ClientSettings settings = settings(config, chosen, reading);
        return new View(
                errand.activity(),
                config.hostName(),
                people,
                chosen,
                reading,
                settings.incoming().stream()
                        .filter(way -> way.isPop3() == (reading == Reading.POP3))
                        .findFirst()
                        .orElse(null),
                settings.sending().stream().findFirst().orElse(null),
                files(config, settings, chosen));
    }

    private static ClientSettings settings(StationConfig config, String address, Reading reading) {
        String domain = address.substring(address.indexOf('@') + 1);
        return ClientSettings.of(config, domain, reading == Reading.POP3);
    }

    private static List<ClientFile> files(
            StationConfig config, ClientSettings settings, String address) {
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
                        "config-v1.1-" + settings.domain() + ".xml",
                        Autoconfig.of(settings)));
    }

    /** Asks the station. */
    public void open() {
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) -> session.onStation(cancellation, Handout::fetch),
                told -> {
                    known = told.orElse(null);
                    tell();
                });
    }

    private static Optional<StationConfig> fetch(Station station) throws FailureException {
        return StationToml.read(station.config().toml())
                        instanceof Parsed.Valid<StationConfig>(StationConfig config)
                ? Optional.of(config)
                : Optional.empty();
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
