package org.mailstation.daemon.ctl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.toml.StationToml;
import org.mailstation.daemon.control.Rig;

/** {@code mailstationctl} without a terminal, and a daemon's control side that it talks to. */
abstract class CtlBench {
    @TempDir Path folder;

    private final Locale before = Locale.getDefault();
    Rig rig;

    /** What the last run printed. */
    String out = "";

    String err = "";

    @BeforeEach
    void open() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        rig = new Rig(folder, StationToml::read);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
        Locale.setDefault(before);
    }

    /** The station of {@code example.org}, where Anna has a mailbox. */
    void annaHasAMailbox() {
        String form =
                """
                host-name = "mail.example.org"
                domains = ["example.org"]
                [[account]]
                address = "anna@example.org"
                """;
        assertThat(run(form, "config", "apply", "-", "--yes")).as(err).isZero();
    }

    /** Returns the exit code. */
    int run(String input, String... args) {
        return run(new ByteArrayInputStream(input.getBytes(UTF_8)), args);
    }

    int run(InputStream input, String... args) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        input,
                        new PrintStream(outBytes, true, UTF_8),
                        new PrintStream(errBytes, true, UTF_8),
                        null);
        Map<String, String> environment =
                Map.of("MAILSTATION_DATA", rig.bench.data.root().toString());
        int code = Ctl.run(terminal, environment, args);
        out = outBytes.toString(UTF_8);
        err = errBytes.toString(UTF_8);
        return code;
    }
}
