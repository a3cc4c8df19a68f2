package org.mailstation.daemon.backup;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;

/** Where backups lie: a folder of this computer, or of another one. */
public sealed interface Place {
    /** A folder on a disk of this computer. */
    record Folder(Path path) implements Place {}

    /**
     * A folder on a computer that is reached by SSH.
     *
     * @param port 22 where none was named
     * @param path as SFTP understands it: relative to that account's home if it does not begin with
     *     a slash
     */
    record Ssh(String user, String host, int port, String path) implements Place {
        /** As {@code known_hosts} has it. */
        String knownAs() {
            return port == STANDARD_PORT ? host : "[" + host + "]:" + port;
        }
    }

    /** Of SSH. */
    int STANDARD_PORT = 22;

    /**
     * Reads {@code /absolute/folder} or {@code ssh://user@host[:port]/folder}; {@code null} if it
     * is neither. No part of it can be taken for an option by a program.
     */
    static @Nullable Place of(String text) {
        Matcher ssh = Pattern.compile(Backup.SSH).matcher(text);
        if (ssh.matches()) {
            String port = ssh.group("port");
            int number = port == null ? STANDARD_PORT : Integer.parseInt(port);
            String path = ssh.group("path");
            return number < 1 || number > 65_535
                    ? null
                    : new Ssh(
                            ssh.group("user"),
                            ssh.group("host"),
                            number,
                            path.startsWith("/~/") ? path.substring(3) : path);
        }
        return Backup.isFolder(text) ? new Folder(Path.of(text).normalize()) : null;
    }
}
