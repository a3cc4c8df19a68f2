package org.mailstation.desktop.remote;

import java.time.Duration;
import java.util.List;
import org.mailstation.desktop.install.Installation;
import org.mailstation.desktop.ssh.Ran;
import org.mailstation.desktop.ssh.Shell;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** Carries out what is put right on the NAS itself. */
final class NasDeeds {
    /** The mail service writes down what it has before it ends. */
    private static final Duration AT_MOST = Duration.ofSeconds(100);

    /**
     * Ends the process {@code $1} if it is a mail service of ours on another folder than {@code
     * $3}, and listens on the port {@code $2}. Exit status 3: it is gone already; 4: it is somebody
     * else's, or the one that is in use; 5: it does not end.
     */
    static final String END_OTHER =
            ProcessShell.TEXT
                    + """
            process=$1; own=$3
            if [ ! -d "/proc/$process" ]; then exit 3; fi
            data=$(folder "$process")
            if [ -z "$data" ] || [ "$data" = "$own" ]; then exit 4; fi
            holds=no
            for socket in $(sockets "$2"); do
                if ls -ln "/proc/$process/fd" 2>/dev/null | grep -qF -- "$socket"; then holds=yes; fi
            done
            if [ $holds = no ]; then exit 4; fi
            alive() { [ -n "$(words "$process")" ]; }
            kill "$process" 2>/dev/null
            waited=0
            while alive && [ $waited -lt 60 ]; do sleep 1; waited=$((waited + 1)); done
            if alive; then kill -9 "$process" 2>/dev/null; sleep 1; fi
            if alive; then exit 5; fi
            """;

    /** Stops the package {@code $1}. */
    static final String STOP_PACKAGE = "synopkg stop \"$1\"";

    /** Starts the mail service that is installed in {@code $1}, whichever way this system has. */
    static final String START =
            """
            # as a package of DSM it must not run as root, as which this does
            case $1 in /var/packages/*) exec synopkg start mailstation ;; esac
            if [ -d /run/systemd/system ] && [ -e /etc/systemd/system/mailstation.service ]; then exec systemctl start mailstation; fi
            for script in /usr/local/etc/rc.d/S99mailstation.sh /etc/init.d/mailstation "$1/mailstation"; do
                if [ -x "$script" ]; then exec "$script" start; fi
            done
            exit 3
            """;

    /** Runs a command on the NAS with the rights that there are. */
    interface Runner {
        Ran run(List<String> words, Duration atMost) throws FailureException;
    }

    private final Runner runner;
    private final Installation installation;

    NasDeeds(Runner runner, Installation installation) {
        this.runner = runner;
        this.installation = installation;
    }

    /**
     * @throws FailureException with {@link DeedFailure} if the NAS did not do it
     */
    void carryOut(NasDeed deed) throws FailureException {
        switch (deed) {
            case NasDeed.EndOther(long pid, int port) -> end(pid, port);
            case NasDeed.StopPackage(var one) -> {
                Ran ran = runner.run(Shell.script(STOP_PACKAGE, one.id()), AT_MOST);
                require(ran.ok(), Text.of("fix.port.package-stays", one.title()), ran);
            }
            case NasDeed.StartService() -> {
                Ran ran = runner.run(Shell.script(START, installation.prefix()), AT_MOST);
                require(ran.ok(), Text.of("fix.start.refused"), ran);
            }
        }
    }

    private void end(long pid, int port) throws FailureException {
        Ran ran =
                runner.run(
                        Shell.script(
                                END_OTHER,
                                Long.toString(pid),
                                Integer.toString(port),
                                installation.data()),
                        AT_MOST);
        require(ran.status() != 4, Text.of("fix.port.not-ours", pid), ran);
        require(ran.ok() || ran.status() == 3, Text.of("fix.port.stays", pid), ran);
    }

    private static void require(boolean done, Text otherwise, Ran ran) throws FailureException {
        if (!done) {
            throw new FailureException(new DeedFailure(otherwise, ran.complaints()));
        }
    }
}
