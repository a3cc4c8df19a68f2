package org.mailstation.desktop.remote;

/** Functions of a POSIX shell, with or without GNU tools, that look into processes on Linux. */
final class ProcessShell {
    private ProcessShell() {}

    /**
     * {@code words PROCESS}: its command line, a word a line. {@code folder PROCESS}: the data of
     * the mail service of ours that it is; nothing: it is none. {@code sockets PORT}: those that
     * listen on it, as {@code /proc/PROCESS/fd} names them.
     */
    static final String TEXT =
            """
            words() { tr '\\0' '\\n' <"/proc/$1/cmdline" 2>/dev/null; }
            folder() { words "$1" | awk 'last == "--data" && ours { print; exit } $0 == "org.mailstation.daemon.Main" { ours = 1 } { last = $0 }'; }
            sockets() {
                cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
                    awk -v end="$(printf ':%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == end { print "socket:[" $10 "]" }' | tr '\\n' ' '
            }
            """;
}
