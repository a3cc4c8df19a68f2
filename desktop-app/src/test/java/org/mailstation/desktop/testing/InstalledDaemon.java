package org.mailstation.desktop.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A daemon that seems to be installed on a {@link TestNas}. */
public final class InstalledDaemon {
    private final TestNas nas;
    private final Path prefix;

    /**
     * @param prefix folder of the program
     */
    public InstalledDaemon(TestNas nas, Path prefix) {
        this.nas = nas;
        this.prefix = prefix;
    }

    /** Its {@code mailstationctl}, in the language of sh. */
    public void answering(String ctl) throws IOException {
        Path bin = Files.createDirectories(prefix.resolve("current/bin"));
        Path command = Files.writeString(bin.resolve("mailstationctl"), "#!/bin/sh\n" + ctl);
        if (!command.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + command + " executable");
        }
        Files.writeString(prefix.resolve("current/VERSION"), "0.1.0\n");
        Files.writeString(prefix.resolve("current/data-dir"), prefix + "/data\n");
    }

    /** From now on the command that leads to the daemon ends in this test. */
    public void answering(TestNas.Conversation conversation) throws IOException {
        answering("exit 70\n");
        nas.answering(rpc(), conversation);
    }

    /** The command that leads to the daemon. */
    public List<String> rpc() {
        return List.of(prefix + "/current/bin/mailstationctl", "--data", prefix + "/data", "rpc");
    }
}
