package org.mailstation.daemon.box;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailstation.check.MailPrograms;
import org.mailstation.check.TakenPort.Holder;

/**
 * Names the program that holds a port, in words that its owner knows it by. Who may not look into
 * other users' processes still sees whose socket it is, and which mail packages are there.
 */
public record PortOwner(Box box) {
    private static final List<String> TABLES = List.of("proc/net/tcp", "proc/net/tcp6");

    /** State LISTEN. */
    private static final String LISTENING = "0A";

    /** The class that our daemon begins with, as a word of its command line. */
    private static final String OUR_MAIN = "org.mailstation.daemon.Main";

    private static final String OUR_FOLDER = "--data";

    /** Who listens there; nothing if nobody does. */
    public Optional<Holder> of(int port) {
        Optional<String> user = user(port);
        Optional<PortHolder.Holder> process = new PortHolder(box.path("proc")).of(port);
        if (user.isEmpty() && process.isEmpty()) {
            return Optional.empty();
        }
        Optional<Holder> ours = process.flatMap(this::ours);
        if (ours.isPresent()) {
            return ours;
        }
        boolean perhapsMail = process.isEmpty() || MailPrograms.has(process.get().name());
        Optional<Holder> installed = perhapsMail ? installed() : Optional.empty();
        return installed.or(
                () ->
                        process.<Holder>map(
                                        one ->
                                                new Holder.Program(
                                                        one.name(), one.pid(), stop(one.name())))
                                .or(() -> user.map(Holder.User::new)));
    }

    private Optional<Holder> ours(PortHolder.Holder process) {
        List<String> words =
                List.of(box.text("proc/" + process.pid() + "/cmdline").orElse("").split("\0", -1));
        int main = words.indexOf(OUR_MAIN);
        int folder = words.lastIndexOf(OUR_FOLDER);
        return main >= 0 && folder > main && folder + 1 < words.size()
                ? Optional.of(new Holder.Ours(process.pid(), words.get(folder + 1)))
                : Optional.empty();
    }

    private Optional<Holder> installed() {
        return MailPrograms.PACKAGES.keySet().stream()
                .sorted()
                .filter(id -> box.has("var/packages/" + id + "/enabled"))
                .<Holder>map(Holder.Package::new)
                .findFirst();
    }

    private String stop(String name) {
        if (box.has("run/systemd/system")) {
            return MailPrograms.stopBySystemd(name);
        }
        String service = MailPrograms.service(name);
        String script = "etc/init.d/" + service;
        return !service.isEmpty() && box.has(script) ? "sudo /" + script + " stop" : "";
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
