package org.mailstation.daemon;

import java.io.IOException;
import java.nio.file.Path;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.InstanceLock;

/**
 * The program {@code mailstationd}: reads its arguments, keeps a second one away, runs until it is
 * told to end.
 */
public final class Main {
    static final int OK = 0;
    static final int SURPRISE = 1;
    static final int USAGE = 2;
    static final int ALREADY_RUNNING = 10;
    static final int BAD_FOLDER = 11;
    static final int NO_SOCKET = 12;

    private static final String HELP =
            """
            Usage: mailstationd --data DIR
            Runs the mail daemon in the foreground, until SIGTERM or SIGINT ends it.

              --data DIR   folder that everything of this station lies in; made if missing
              --version    prints the version
              --help       prints this

            Exit codes:
              0   ended as it was told to
              1   something unexpected; the log in DIR/logs says what
              2   wrong arguments
              10  another mailstationd runs on this folder
              11  the folder cannot be used
              12  the control socket cannot be opened
              13  Java 25 was not found (from the launcher)
            """;

    private Main() {}

    /** See {@code --help}. */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(HELP);
            return;
        }
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("mailstationd " + Version.current());
            return;
        }
        if (args.length != 2 || !args[0].equals("--data") || args[1].isEmpty()) {
            System.err.print(HELP);
            System.exit(USAGE);
        }
        int code = run(new DataFolder(Path.of(args[1])));
        if (code != OK) {
            System.exit(code);
        }
    }

    /** Gives {@link #OK} once the daemon runs; its own threads carry on. */
    private static int run(DataFolder data) {
        InstanceLock lock;
        try {
            data.create();
            lock = InstanceLock.take(data.lock());
        } catch (IOException unusable) {
            System.err.println(
                    "mailstationd: the folder " + data.root() + " cannot be used: " + unusable);
            return BAD_FOLDER;
        }
        if (lock == null) {
            System.err.println("mailstationd: another one already runs on " + data.root());
            return ALREADY_RUNNING;
        }
        return Daemon.start(data, lock);
    }
}
