package org.mailstation.check;

import java.util.Map;
import java.util.Optional;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * A port of the station that another program has: who it is, and what frees it. Who is asked, the
 * daemon or an administrator, sees more or less of it; both say the same about what they see.
 *
 * @param service for example {@code SMTP}
 */
public record TakenPort(String service, int port) {

    /** Who listens there. */
    public sealed interface Holder {
        /**
         * Another mail service of Mail Station, with letters of its own.
         *
         * @param folder where its letters lie
         */
        record Ours(long pid, String folder) implements Holder {}

        /** One of Synology's own packages. */
        record Package(String id) implements Holder {
            public Package {
                if (!PACKAGES.containsKey(id)) {
                    throw new IllegalArgumentException("not a mail package");
                }
            }

            public String title() {
                return PACKAGES.getOrDefault(id, id);
            }
        }

        /**
         * A program of somebody else.
         *
         * @param name as the kernel knows it
         * @param stop what a person types to stop it; empty: nobody knows
         */
        record Program(String name, long pid, String stop) implements Holder {}

        /** Not to be seen; only whose it is. */
        record User(String name) implements Holder {}
    }

    /** Synology's packages that want the same ports, by their folders. */
    public static final Map<String, String> PACKAGES =
            Map.of(
                    "MailPlus-Server", "Synology MailPlus Server",
                    "MailServer", "Synology Mail Server");

    private static final String STOP_PACKAGE = "synopkg stop ";

    /** How people call mail programs, by the names that their listening processes have. */
    private static final Map<String, String> TITLES =
            Map.of(
                    "master", "Postfix",
                    "dovecot", "Dovecot",
                    "exim4", "Exim",
                    "exim", "Exim",
                    "sendmail", "Sendmail");

    /** How Debian calls their services. */
    private static final Map<String, String> SERVICES =
            Map.of(
                    "master", "postfix",
                    "dovecot", "dovecot",
                    "exim4", "exim4",
                    "exim", "exim4",
                    "sendmail", "sendmail");

    /** Whether a process of this name may belong to one of {@link #PACKAGES}. */
    public static boolean isMailProgram(String name) {
        return TITLES.containsKey(name);
    }

    /** What to type to stop a program where systemd starts the services; may be empty. */
    public static String stopBySystemd(String name) {
        String service = SERVICES.get(name);
        return service == null ? "" : "sudo systemctl disable --now " + service;
    }

    /** The name of the script in {@code /etc/init.d} of a program; may be empty. */
    public static String script(String name) {
        return SERVICES.getOrDefault(name, "");
    }

    /** What to say. */
    public Finding finding(Observation found, Holder holder) {
        String number = String.valueOf(port);
        return switch (holder) {
            case Holder.Ours(long pid, String folder) ->
                    found.fail(
                            Severity.ERROR,
                            Text.of("listener.taken.ours", service, number, pid, folder),
                            new Remedy.RunOnNas(
                                    Text.of("listener.taken.ours.remedy", pid),
                                    "sudo kill " + pid));
            case Holder.Package one -> taken(found, one.title(), "sudo " + STOP_PACKAGE + one.id());
            case Holder.Program(String name, long pid, String stop) ->
                    taken(found, TITLES.getOrDefault(name, name) + " (" + pid + ")", stop);
            case Holder.User(String name) ->
                    found.fail(
                            Severity.ERROR,
                            Text.of("listener.taken.user", service, number, name),
                            new Remedy.RunOnNas(Text.of("listener.down.remedy", number, name), ""));
        };
    }

    private Finding taken(Observation found, String who, String stop) {
        String number = String.valueOf(port);
        return found.fail(
                Severity.ERROR,
                Text.of("listener.taken", service, number, who),
                new Remedy.RunOnNas(Text.of("listener.taken.remedy", number, who), stop));
    }

    /**
     * The port and the holder that a finding tells of, where it is one that Mail Station may stop:
     * one of ours, or a package of the Disk Station. A stranger's program never is.
     */
    public static Optional<Ending> ending(Finding finding) {
        var args = finding.sentence().args();
        if (args.size() < 3 || !args.get(1).matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(args.get(1));
        return switch (finding.sentence().key()) {
            case "listener.taken.ours" ->
                    args.size() == 4 && args.get(2).matches("[0-9]{1,10}")
                            ? Optional.of(
                                    new Ending(
                                            port,
                                            new Holder.Ours(
                                                    Long.parseLong(args.get(2)), args.get(3))))
                            : Optional.empty();
            case "listener.taken" ->
                    finding.remedy() instanceof Remedy.RunOnNas(Text _, String command)
                            ? stopped(command).map(one -> new Ending(port, one))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What is to be stopped, so that the port is free. */
    public record Ending(int port, Holder holder) {}

    private static Optional<Holder> stopped(String command) {
        int at = command.indexOf(STOP_PACKAGE);
        String id = at < 0 ? "" : command.substring(at + STOP_PACKAGE.length());
        return PACKAGES.containsKey(id) ? Optional.of(new Holder.Package(id)) : Optional.empty();
    }
}
