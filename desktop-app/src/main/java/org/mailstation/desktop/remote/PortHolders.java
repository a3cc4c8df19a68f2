package org.mailstation.desktop.remote;

import java.util.List;
import java.util.Optional;
import org.mailstation.check.MailPrograms;
import org.mailstation.check.TakenPort;
import org.mailstation.check.TakenPort.Holder;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.Checked;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.text.Text;

/**
 * Names the program that holds a port. The daemon is not root and may not see the sockets of other
 * users; the person at the PC is an administrator of the NAS and may.
 */
final class PortHolders {
    /**
     * Prints process and name of the program that listens on the TCP port {@code $1}, as
     * administrator of a Linux system.
     */
    static final String SCRIPT =
            ProcessShell.TEXT
                    + """
            sockets=$(sockets "$1")
            if [ -z "$sockets" ]; then exit 1; fi
            # one listing for all: a program started for each open file would take a small NAS minutes
            process=$(ls -ln /proc/[0-9]*/fd 2>/dev/null | awk -v sockets="$sockets" '
                BEGIN { count = split(sockets, each, " "); for (i = 1; i <= count; i++) wanted[each[i]] = 1 }
                /^\\/proc\\/[0-9]+\\/fd:$/ { split($0, part, "/"); process = part[3] }
                $NF in wanted { print process; exit }')
            if [ -z "$process" ]; then exit 1; fi
            echo "$process $(cat "/proc/$process/comm")"
            folder=$(folder "$process")
            if [ -n "$folder" ]; then echo "folder=$folder"; fi
            for id in MailPlus-Server MailServer; do if [ -e "/var/packages/$id/enabled" ]; then echo "package=$id"; fi; done
            if [ -d /run/systemd/system ]; then echo systemd=yes; fi
            ls /etc/init.d 2>/dev/null | sed 's/^/script=/'
            """;

    private static final String NAMELESS = "mail.port-taken";

    /** What the daemon says of a program that it may not look into. */
    private static final String SOMEBODY_S = "listener.taken.user";

    private final Search search;

    PortHolders(Search search) {
        this.search = search;
    }

    /** A look at the NAS. */
    interface Search {
        /** What {@link #SCRIPT} prints for this port; empty: it could not tell. */
        Optional<String> holderOf(int port);
    }

    /** The same outcome; where a port was taken by some program, that program has its name. */
    ApplyOutcome named(ApplyOutcome outcome) {
        return outcome instanceof ApplyOutcome.RolledBack(int revision, List<Finding> findings)
                ? new ApplyOutcome.RolledBack(revision, findings.stream().map(this::named).toList())
                : outcome;
    }

    /** The same for what a check found. */
    Checked named(Checked checked) {
        return new Checked(
                checked.begun(),
                checked.ended(),
                checked.identity(),
                checked.findings().stream().map(this::known).toList());
    }

    private Finding known(Finding finding) {
        List<String> args = finding.sentence().args();
        if (!finding.sentence().key().equals(SOMEBODY_S)
                || args.size() < 2
                || !args.get(1).matches("[0-9]{1,5}")) {
            return finding;
        }
        int port = Integer.parseInt(args.get(1));
        Observation seen = new Observation(finding.check(), finding.hop(), finding.evidence());
        return search.holderOf(port)
                .flatMap(PortHolders::holder)
                .map(one -> new TakenPort(args.getFirst(), port).finding(seen, one))
                .orElse(finding);
    }

    private static Optional<Holder> holder(String said) {
        List<String> lines = said.strip().lines().toList();
        String[] words = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", 2);
        if (words.length != 2 || !words[0].matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(words[0]);
        String name = words[1];
        for (String line : lines) {
            if (line.startsWith("folder=")) {
                return Optional.of(new Holder.Ours(pid, line.substring("folder=".length())));
            }
            String id = line.startsWith("package=") ? line.substring("package=".length()) : "";
            if (MailPrograms.PACKAGES.containsKey(id) && MailPrograms.has(name)) {
                return Optional.of(new Holder.Package(id));
            }
        }
        String script = MailPrograms.service(name);
        String stop =
                lines.contains("systemd=yes")
                        ? MailPrograms.stopBySystemd(name)
                        : lines.contains("script=" + script)
                                ? "sudo /etc/init.d/" + script + " stop"
                                : "";
        return Optional.of(new Holder.Program(name, pid, stop));
    }

    private Finding named(Finding finding) {
        if (!finding.sentence().key().equals(NAMELESS)) {
            return finding;
        }
        return port(finding.sentence())
                .flatMap(port -> search.holderOf(port).flatMap(said -> sentence(port, said)))
                .map(sentence -> with(finding, sentence))
                .orElse(finding);
    }

    private static Optional<Integer> port(Text sentence) {
        return sentence.args().stream()
                .findFirst()
                .filter(arg -> arg.matches("[0-9]{1,5}"))
                .map(Integer::valueOf);
    }

    private static Optional<Text> sentence(int port, String said) {
        String first = said.strip().lines().findFirst().orElse("");
        String[] words = first.split(" ", 2);
        return words.length == 2 && words[0].matches("[0-9]{1,10}")
                ? Optional.of(Text.of("mail.port-taken-by", port, words[1], words[0]))
                : Optional.empty();
    }

    private static Finding with(Finding finding, Text sentence) {
        return new Finding(
                finding.check(),
                finding.hop(),
                finding.verdict(),
                finding.severity(),
                sentence,
                finding.evidence(),
                finding.remedy());
    }
}
