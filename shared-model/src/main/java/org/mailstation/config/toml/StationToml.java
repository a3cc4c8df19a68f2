package org.mailstation.config.toml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Backup;
import org.mailstation.config.Ddns;
import org.mailstation.config.Incoming;
import org.mailstation.config.Network;
import org.mailstation.config.Notifications;
import org.mailstation.config.Parsed;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Problem;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;
import org.mailstation.config.rules.ConfigRules;
import org.mailstation.text.Text;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/** Reads and writes {@code station.toml} (TOML 1.0). */
public final class StationToml {
    /** The layout that this program reads and writes. */
    static final int FORMAT = 1;

    private static final int MOST_SYNTAX_ERRORS = 20;

    private StationToml() {}

    /**
     * Reads a whole file. Only {@code host-name} and {@code domains} must be there. Every problem
     * is reported at once: unknown keys (with the nearest known one), wrong kinds of value, and
     * whatever {@link ConfigRules} object to; only a mistake in the syntax hides the rest.
     */
    public static Parsed<StationConfig> read(String toml) {
        Problem shapeless = Shape.objection(toml);
        if (shapeless != null) {
            return new Parsed.Invalid<>(List.of(shapeless));
        }
        TomlParseResult file;
        try {
            file = Toml.parse(toml, TomlVersion.V1_0_0);
        } catch (RuntimeException
                | StackOverflowError
                | AssertionError e) { // the parser's own limits are not ours to know
            return new Parsed.Invalid<>(
                    List.of(new Problem("", 0, Text.of("problem.toml.unreadable"))));
        }
        if (file.hasErrors()) {
            return new Parsed.Invalid<>(
                    file.errors().stream()
                            .limit(MOST_SYNTAX_ERRORS)
                            .map(
                                    error ->
                                            new Problem(
                                                    "",
                                                    error.position().line(),
                                                    syntax(String.valueOf(error.getMessage()))))
                            .toList());
        }
        Reading reading = new Reading();
        if (file.get(List.of("format")) instanceof Long format && format != FORMAT) {
            // every other complaint would only be that we do not know that layout
            int line = Objects.requireNonNull(file.inputPositionOf(List.of("format"))).line();
            return new Parsed.Invalid<>(
                    List.of(
                            new Problem(
                                    "format",
                                    line,
                                    Text.of("problem.toml.format", format, FORMAT))));
        }
        StationConfig config = station(new Section(file, "", reading));
        reading.addJudged(ConfigRules.problems(config));
        List<Problem> problems = reading.problems();
        return problems.isEmpty() ? new Parsed.Valid<>(config) : new Parsed.Invalid<>(problems);
    }

    /**
     * Writes a configuration with a short comment at each part. {@code read(write(c))} gives {@code
     * c} again.
     */
    public static String write(StationConfig config) {
        return Writing.station(config);
    }

    private static Text syntax(String message) {
        String shown = message.replaceAll("\\p{C}", " ");
        return Text.of(
                "problem.toml.syntax",
                shown.length() > 200 ? shown.substring(0, 200) + "…" : shown);
    }

    private static StationConfig station(Section file) {
        file.number("format", FORMAT);
        StationConfig config =
                new StationConfig(
                        file.text("host-name", ""),
                        file.texts("domains"),
                        accounts(file.sections("account")),
                        aliases(file.sections("alias")),
                        relay(file.section("relay")),
                        ports(file.section("ports")),
                        network(file.section("network")),
                        ddns(file.section("ddns")),
                        tls(file.section("tls")),
                        storage(file.section("storage")),
                        notifications(file.section("notifications")),
                        incoming(file.section("incoming")),
                        setup(file.section("setup")),
                        backup(file.section("backup")));
        file.nothingElse();
        return config;
    }

    private static List<Account> accounts(List<Section> sections) {
        List<Account> accounts = new ArrayList<>();
        for (Section section : sections) {
            accounts.add(
                    new Account(
                            section.text("address", ""),
                            section.text("name", ""),
                            section.number("quota-mb", 0L),
                            section.flag("enabled", true),
                            section.flag("refuse-letters", false),
                            section.flag("save-sent", false),
                            section.texts("forward-to"),
                            section.flag("keep-copy", true)));
            section.nothingElse();
        }
        return accounts;
    }

    private static List<Alias> aliases(List<Section> sections) {
        List<Alias> aliases = new ArrayList<>();
        for (Section section : sections) {
            aliases.add(new Alias(section.text("address", ""), section.texts("to")));
            section.nothingElse();
        }
        return aliases;
    }

    private static Relay relay(Section section) {
        Relay none = Relay.NONE;
        Relay relay =
                new Relay(
                        section.word("use", none.use()),
                        section.text("host", none.host()),
                        section.number("port", none.port()),
                        section.word("security", none.security()),
                        section.text("user", none.user()));
        section.nothingElse();
        return relay;
    }

    private static Ports ports(Section section) {
        Map<Service, Port> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Port standard = Ports.STANDARD.of(service);
            Section one = section.section(service.key());
            ports.put(
                    service,
                    new Port(
                            one.number("port", standard.number()),
                            one.number("external", standard.external()),
                            one.word("open", standard.open())));
            one.nothingElse();
        }
        section.nothingElse();
        return new Ports(ports);
    }

    private static Network network(Section section) {
        Network network =
                new Network(
                        section.word("line", Network.USUAL.line()),
                        section.word("address", Network.USUAL.address()));
        section.nothingElse();
        return network;
    }

    private static Setup setup(Section section) {
        Setup setup =
                new Setup(
                        section.flag("serve", Setup.CLOSED.serve()),
                        section.number("port", Setup.CLOSED.port()));
        section.nothingElse();
        return setup;
    }

    private static Backup backup(Section section) {
        Backup none = Backup.NONE;
        Backup backup =
                new Backup(
                        section.text("to", none.to()),
                        section.text("every", none.every()),
                        section.number("keep", none.keep()));
        section.nothingElse();
        return backup;
    }

    private static Ddns ddns(Section section) {
        Ddns ddns =
                new Ddns(
                        section.text("provider", ""),
                        section.text("host", ""),
                        section.text("user", ""),
                        section.text("server", ""));
        section.nothingElse();
        return ddns;
    }

    private static Tls tls(Section section) {
        Tls tls =
                new Tls(
                        section.word("source", Tls.Source.SELF_SIGNED),
                        section.text("certificate-file", ""),
                        section.text("key-file", ""),
                        section.text("authority", ""));
        section.nothingElse();
        return tls;
    }

    private static Storage storage(Section section) {
        Storage usual = Storage.DEFAULT;
        Storage storage =
                new Storage(
                        section.number("max-letter-mb", usual.maxLetterMegabytes()),
                        section.number("reserve-mb", usual.reserveMegabytes()),
                        section.numbers("warn-at", usual.warnAt()));
        section.nothingElse();
        return storage;
    }

    private static Notifications notifications(Section section) {
        Notifications notifications =
                new Notifications(
                        section.text("address", ""),
                        section.word("language", Notifications.NOBODY.language()),
                        section.flag("watch", Notifications.NOBODY.watch()),
                        section.text("every", Notifications.NOBODY.every()));
        section.nothingElse();
        return notifications;
    }

    private static Incoming incoming(Section section) {
        Incoming usual = Incoming.USUAL;
        Incoming incoming =
                new Incoming(
                        section.word("dmarc", usual.dmarc()),
                        section.flag("greylisting", usual.greylisting()),
                        section.flag("learning", usual.learning()),
                        section.texts("block-lists", usual.blockLists()));
        section.nothingElse();
        return incoming;
    }
}
