package org.mailstation.config.toml;

import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Backup;
import org.mailstation.config.Incoming;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.text.Words;

/**
 * Puts a configuration into words. The same configuration always gives the same file, so that two
 * files can be compared line by line.
 */
final class Writing {
    private final StringBuilder out = new StringBuilder();

    private Writing() {}

    static String station(StationConfig config) {
        Writing writing = new Writing();
        writing.names(config);
        config.accounts().forEach(writing::account);
        config.aliases().forEach(writing::alias);
        writing.incoming(config.incoming());
        writing.relay(config.relay());
        writing.ports(config);
        writing.rest(config);
        writing.setup(config.setup());
        writing.backup(config.backup());
        return writing.out.toString();
    }

    private void names(StationConfig config) {
        comment("Mail Station: everything that can be set, except passwords.");
        key("format", StationToml.FORMAT);
        part("The name under which this station answers on the Internet.");
        key("host-name", config.hostName());
        part("Letters to these domains end here; the first is the main one.");
        key("domains", config.domains());
    }

    private void account(Account account) {
        section(
                "[[account]]",
                "A mailbox. quota-mb = 0: as much as the disk has. enabled = false: nobody can sign in; refuse-letters: nor write to it. save-sent: for programs that do not. forward-to: who gets its letters, too; keep-copy = false: instead.");
        key("address", account.address());
        key("name", account.name());
        key("quota-mb", account.quotaMegabytes());
        key("enabled", account.enabled());
        key("refuse-letters", account.refuses());
        key("save-sent", account.saveSent());
        key("forward-to", account.forwardTo());
        key("keep-copy", account.keepCopy());
    }

    private void alias(Alias alias) {
        section(
                "[[alias]]",
                "An address that leads to others. \"@domain\" takes what nobody else has.");
        key("address", alias.address());
        key("to", alias.to());
    }

    private void incoming(Incoming incoming) {
        section(
                "[incoming]",
                "Letters of strangers. dmarc: apply, note. greylisting: unknown servers must come again. learning: from moves to the junk folder. block-lists: of senders of junk.");
        key("dmarc", incoming.dmarc());
        key("greylisting", incoming.greylisting());
        key("learning", incoming.learning());
        key("block-lists", incoming.blockLists());
    }

    private void relay(Relay relay) {
        section(
                "[relay]",
                "The server that outgoing letters go through. use: never, when-refused, always. security: starttls, tls.");
        key("use", relay.use());
        key("host", relay.host());
        key("port", relay.port());
        key("security", relay.security());
        key("user", relay.user());
    }

    private void ports(StationConfig config) {
        section(
                "[ports]",
                "port: on this computer, 0 chooses one. external: outside on the router. open: off, lan, internet.");
        for (Service service : Service.values()) {
            Port port = config.ports().of(service);
            out.append(service.key())
                    .append(" = { port = ")
                    .append(port.number())
                    .append(", external = ")
                    .append(port.external())
                    .append(", open = ")
                    .append(quoted(Words.of(port.open())))
                    .append(" }\n");
        }
    }

    private void rest(StationConfig config) {
        section("[network]", "line: behind-router, direct. address: static, dynamic.");
        key("line", config.network().line());
        key("address", config.network().address());
        section(
                "[ddns]",
                "The service that follows a changing address. server: only for the provider \"custom\".");
        key("provider", config.ddns().provider());
        key("host", config.ddns().host());
        key("user", config.ddns().user());
        key("server", config.ddns().server());
        section(
                "[tls]",
                "source: self-signed, acme, files. The two files: only for \"files\". authority: only for \"acme\"; empty: Let's Encrypt.");
        key("source", config.tls().source());
        key("certificate-file", config.tls().certificateFile());
        key("key-file", config.tls().keyFile());
        key("authority", config.tls().authority());
        section(
                "[storage]",
                "Millions of bytes: the largest letter, and what stays free on the disk. warn-at: percent of a mailbox's quota at which its owner is written to.");
        key("max-letter-mb", config.storage().maxLetterMegabytes());
        key("reserve-mb", config.storage().reserveMegabytes());
        key("warn-at", config.storage().warnAt());
        section(
                "[notifications]",
                "Whom the station writes to when something breaks; empty: nobody. language of all that it writes: en, de. watch: it looks after itself; every: how often at everything, 1h to 30d.");
        key("address", config.notifications().address());
        key("language", config.notifications().language());
        key("watch", config.notifications().watch());
        key("every", config.notifications().every());
    }

    private void setup(Setup setup) {
        section(
                "[setup]",
                "serve: tell mail programs over the web how to use the station. port: on this computer, by HTTPS.");
        key("serve", setup.serve());
        key("port", setup.port());
    }

    private void backup(Backup backup) {
        section(
                "[backup]",
                "Copies of everything, made by themselves. to: a folder, or ssh://user@host/folder; empty: none. every: 12h, 1d, 7d. keep: how many; 0: all.");
        key("to", backup.to());
        key("every", backup.every());
        key("keep", backup.keep());
    }

    private void comment(String words) {
        out.append("# ").append(words).append('\n');
    }

    private void part(String words) {
        out.append('\n');
        comment(words);
    }

    private void section(String header, String words) {
        part(words);
        out.append(header).append('\n');
    }

    private void key(String key, Object value) {
        String written =
                switch (value) {
                    case String text -> quoted(text);
                    case Enum<?> constant -> quoted(Words.of(constant));
                    case List<?> values ->
                            values.stream()
                                    .map(
                                            one ->
                                                    one instanceof String text
                                                            ? quoted(text)
                                                            : String.valueOf(one))
                                    .collect(Collectors.joining(", ", "[", "]"));
                    default -> value.toString();
                };
        out.append(key).append(" = ").append(written).append('\n');
    }

    /** A basic string, TOML 1.0. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').appendCodePoint(c);
                            } else if (c < ' ' || c == 0x7f) {
                                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04X", c));
                            } else {
                                quoted.appendCodePoint(c);
                            }
                        });
        return quoted.append('"').toString();
    }
}
