package org.mailstation.check;

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
                if (!MailPrograms.PACKAGES.containsKey(id)) {
                    throw new IllegalArgumentException("not a mail package");
                }
            }

            public String title() {
                return MailPrograms.PACKAGES.getOrDefault(id, id);
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
            case Holder.Package one ->
                    taken(found, one.title(), MailPrograms.stopPackage(one.id()));
            case Holder.Program(String name, long pid, String stop) ->
                    taken(found, MailPrograms.title(name) + " (" + pid + ")", stop);
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
        return MailPrograms.PACKAGES.keySet().stream()
                .filter(id -> command.equals(MailPrograms.stopPackage(id)))
                .<Holder>map(Holder.Package::new)
                .findFirst();
    }
}
