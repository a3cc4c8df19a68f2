package org.mailstation.desktop.tray;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mailstation.finding.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells by the freedesktop notifications of Linux, which need no tray. Where the program for it is
 * missing, the window and the sign still say the same.
 */
public final class SystemMessenger implements Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(SystemMessenger.class);

    /** Starts a command and does not wait for it. */
    @FunctionalInterface
    interface Starter {
        void start(List<String> command) throws IOException;
    }

    private final Path pictures;
    private final Starter starter;

    /**
     * @param pictures folder of the signs' picture files
     */
    public SystemMessenger(Path pictures) {
        this(
                pictures,
                command ->
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start());
    }

    SystemMessenger(Path pictures, Starter starter) {
        this.pictures = pictures;
        this.starter = starter;
    }

    @Override
    public void tell(Health health, String title, String text) {
        try {
            starter.start(
                    List.of(
                            "notify-send",
                            "--app-name=Mail Station",
                            "--urgency=" + (health == Health.BROKEN ? "critical" : "normal"),
                            "--icon=" + new SignFiles(pictures).of(health),
                            "--",
                            title,
                            text));
        } catch (IOException notThere) {
            LOG.info("no notification: {}", notThere.toString());
        }
    }
}
