package org.mailstation.desktop.install;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.ssh.Ran;
import org.mailstation.desktop.ssh.Shell;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.work.FailureException;

/** Looks at a NAS without changing anything. */
public final class Surveyor {
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final SshConnection connection;
    private final InstallPlace place;
    private final String root;

    public Surveyor(SshConnection connection, InstallPlace place) {
        this(connection, place, "");
    }

    /**
     * Looks below a folder instead of at the whole NAS.
     *
     * @param root where the NAS's file system begins; empty: at {@code /}
     */
    public Surveyor(SshConnection connection, InstallPlace place, String root) {
        this.connection = connection;
        this.place = place;
        this.root = root;
    }

    public NasInfo look() throws FailureException {
        KeyValues said = ask();
        long kilobytes = said.number("free");
        return new NasInfo(
                said.text("system"),
                said.text("architecture"),
                said.text("product"),
                kilobytes < 0 ? -1 : kilobytes * 1024,
                said.text("systemd").equals("yes"),
                said.text("version"),
                Conditions.of(said));
    }

    /** The daemon that is installed, or {@code null}. */
    public @Nullable Installation installation() throws FailureException {
        KeyValues said = ask();
        if (said.text("prefix").isEmpty()) {
            return null;
        }
        return new Installation(
                said.text("prefix"),
                said.text("data"),
                said.text("version"),
                said.text("reachable").equals("yes"));
    }

    private KeyValues ask() throws FailureException {
        String folder =
                switch (place) {
                    case InstallPlace.Service _ -> "";
                    case InstallPlace.Folder(String path) -> path;
                };
        Ran ran = connection.run(Shell.script(LookScript.TEXT, root, folder), SHORT);
        return KeyValues.of(ran.output());
    }
}
