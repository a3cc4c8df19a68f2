package org.mailstation.desktop.remote;

import java.util.List;
import java.util.Optional;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.finding.Finding;
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
            """
            end=$(printf ':%04X' "$1")
            sockets=$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
                awk -v end="$end" '$4 == "0A" && substr($2, length($2) - 4) == end { print "socket:[" $10 "]" }' | tr '\\n' ' ')
            if [ -z "$sockets" ]; then exit 1; fi
            # one listing for all: a program started for each open file would take a small NAS minutes
            process=$(ls -ln /proc/[0-9]*/fd 2>/dev/null | awk -v sockets="$sockets" '
                BEGIN { count = split(sockets, each, " "); for (i = 1; i <= count; i++) wanted[each[i]] = 1 }
                /^\\/proc\\/[0-9]+\\/fd:$/ { split($0, part, "/"); process = part[3] }
                $NF in wanted { print process; exit }')
            if [ -z "$process" ]; then exit 1; fi
            echo "$process $(cat "/proc/$process/comm")"
            """;

    private static final String NAMELESS = "mail.port-taken";

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
        String[] words = said.strip().split(" ", 2);
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
