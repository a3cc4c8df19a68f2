package org.mailstation.daemon.box;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names the program that holds a port, in words that its owner knows it by. Who may not look into
 * other users' processes still sees whose socket it is, and which mail packages are there.
 */
public record PortOwner(Box box) {
    /** Synology's packages that want the same ports, by their folders. */
    private static final Map<String, String> PACKAGES =
            Map.of(
                    "MailPlus-Server", "Synology MailPlus Server",
                    "MailServer", "Synology Mail Server");

    /** Other mail programs, by the names that their listening processes have. */
    private static final Map<String, String> MAIL_PROGRAMS =
            Map.of(
                    "master", "Postfix",
                    "dovecot", "Dovecot",
                    "exim4", "Exim",
                    "exim", "Exim",
                    "sendmail", "Sendmail");

    private static final List<String> TABLES = List.of("proc/net/tcp", "proc/net/tcp6");

    /** State LISTEN. */
    private static final String LISTENING = "0A";

    /**
     * @param program in words; empty if it is not to be seen
     * @param user whose it is; empty if the program is known
     * @param remedy a command that stops it; empty if none is known
     */
    public record Owner(String program, String user, String remedy) {}

    /** Who listens there; nothing if nobody does. */
    public Optional<Owner> of(int port) {
        Optional<String> user = user(port);
        Optional<PortHolder.Holder> process = new PortHolder(box.path("proc")).of(port);
        if (user.isEmpty() && process.isEmpty()) {
            return Optional.empty();
        }
        boolean perhapsMail = process.isEmpty() || MAIL_PROGRAMS.containsKey(process.get().name());
        Optional<Owner> installed = perhapsMail ? installed() : Optional.empty();
        return installed.or(
                () ->
                        process.map(one -> new Owner(words(one), "", ""))
                                .or(() -> user.map(name -> new Owner("", name, ""))));
    }

    private static String words(PortHolder.Holder process) {
        String known = MAIL_PROGRAMS.get(process.name());
        return (known == null ? process.name() : known) + " (" + process.pid() + ")";
    }

    private Optional<Owner> installed() {
        return PACKAGES.entrySet().stream()
                .filter(entry -> box.has("var/packages/" + entry.getKey() + "/enabled"))
                .map(entry -> new Owner(entry.getValue(), "", "synopkg stop " + entry.getKey()))
                .findFirst();
    }

    /** Whose socket listens on this port. */
    private Optional<String> user(int port) {
        String end = ":" + String.format(Locale.ROOT, "%04X", port);
        return TABLES.stream()
                .flatMap(table -> box.lines(table).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9)
                .filter(columns -> columns[1].endsWith(end) && columns[3].equals(LISTENING))
                .map(columns -> userName(columns[7]))
                .findFirst();
    }

    private String userName(String number) {
        return box.lines("etc/passwd").stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > 2 && fields[2].equals(number))
                .map(fields -> fields[0])
                .findFirst()
                .orElse(number);
    }
}
