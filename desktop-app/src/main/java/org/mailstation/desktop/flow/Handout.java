package org.mailstation.desktop.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.mailstation.config.Tls;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ClientRequest;
import org.mailstation.control.ClientSetup;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
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
     * @param profilePage where the station hands out the profile for Apple devices, with a
     *     certificate that they believe; empty: nowhere
     */
    public record View(
            Activity activity,
            String host,
            List<String> people,
            String person,
            Reading reading,
            @Nullable ClientWay in,
            @Nullable ClientWay out,
            List<ClientFile> files,
            String profilePage) {
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
     * @param base64 its content
     * @param signed the device is told from whom it is
     */
    public record ClientFile(Program program, String name, String base64, boolean signed) {
        static ClientFile plain(Program program, String name, String text) {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return new ClientFile(
                    program, name, Base64.getEncoder().encodeToString(content), false);
        }

        /** As it lies on a disk. */
        public byte[] content() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** What was asked of the station. */
    private record Known(StationConfig config, Map<ClientRequest, ClientSetup.Made> profiles) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Known known;
    private String person = "";
    private Reading reading = Reading.IMAP;

    public Handout(Session session, Background background) {
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
            return new View(
                    errand.activity(), "", List.of(), "", reading, null, null, List.of(), "");
        }
        StationConfig config = now.config();
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
                files(now, settings, chosen),
                profilePage(config, settings, chosen));
    }

    private static ClientSettings settings(StationConfig config, String address, Reading reading) {
        String domain = address.substring(address.indexOf('@') + 1);
        return ClientSettings.of(config, domain, reading == Reading.POP3);
    }

    /** Only where the certificate is no surprise: a phone would refuse the page else. */
    private static String profilePage(
            StationConfig config, ClientSettings settings, String address) {
        boolean believed = config.tls().source() != Tls.Source.SELF_SIGNED;
        return believed && config.setup().serve() && settings.complete() && !address.isEmpty()
                ? "https://"
                        + config.hostName()
                        + "/mobileconfig?email="
                        + URLEncoder.encode(address, StandardCharsets.UTF_8)
                : "";
    }

    private List<ClientFile> files(Known now, ClientSettings settings, String address) {
        if (address.isEmpty() || !settings.complete()) {
            return List.of();
        }
        return List.of(
                apple(now, settings, address),
                ClientFile.plain(
                        Program.THUNDERBIRD,
                        "config-v1.1-" + settings.domain() + ".xml",
                        Autoconfig.of(settings)));
    }

    /** The station's own is signed, where it has a certificate for it; an older one makes none. */
    private ClientFile apple(Known now, ClientSettings settings, String address) {
        String file = address.replace('@', '-') + ".mobileconfig";
        ClientSetup.Made made = now.profiles().get(profile(address, reading));
        if (made != null) {
            return new ClientFile(Program.APPLE, file, made.base64(), made.signed());
        }
        String name =
                now.config().accounts().stream()
                        .filter(one -> one.address().equals(address))
                        .map(Account::name)
                        .findFirst()
                        .orElse("");
        return ClientFile.plain(Program.APPLE, file, AppleProfile.of(settings, address, name));
    }

    private static ClientRequest profile(String address, Reading reading) {
        return new ClientRequest(address, ClientRequest.Form.MOBILECONFIG, reading == Reading.POP3);
    }

    /** Asks the station. */
    public void open() {
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) ->
                        session.onStation(cancellation, station -> fetch(station, cancellation)),
                told -> {
                    known = told.orElse(null);
                    audience.tell();
                });
    }

    private static Optional<Known> fetch(Station station, Cancellation cancellation)
            throws FailureException {
        return StationToml.read(station.config().toml())
                        instanceof Parsed.Valid<StationConfig>(StationConfig config)
                ? Optional.of(new Known(config, profiles(station, config, cancellation)))
                : Optional.empty();
    }

    private static Map<ClientRequest, ClientSetup.Made> profiles(
            Station station, StationConfig config, Cancellation cancellation)
            throws FailureException {
        Map<ClientRequest, ClientSetup.Made> made = new HashMap<>();
        for (Account account : config.accounts()) {
            for (Reading reading : Reading.values()) {
                ClientRequest request = profile(account.address(), reading);
                if (station.ask(control -> control.clientSetup(request), cancellation)
                        instanceof ClientSetup.Made profile) {
                    made.put(request, profile);
                }
            }
        }
        return made;
    }

    /** Another person. */
    public void choose(String address) {
        if (!person.equals(address)) {
            person = address;
            audience.tell();
        }
    }

    /** Another way of reading. */
    public void read(Reading by) {
        if (reading != by) {
            reading = by;
            audience.tell();
        }
    }

    public void cancel() {
        errand.cancel();
    }
}
