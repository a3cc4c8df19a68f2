package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.daemon.delivery.MxAnswer;

/** A station at home, and one elsewhere that takes letters for bob@away.test. */
abstract class HomeAndAway {
    @TempDir Path folder;
    TestStation away;
    TestStation home;
    final TestStation.World world = new TestStation.World();
    private final Configs configs;

    /** {@code configs}: the one's at home. */
    HomeAndAway(Configs configs) {
        this.configs = configs;
    }

    @BeforeEach
    void start() throws Exception {
        away = TestStation.running(folder.resolve("away"), Configs.station("away.test", "bob"));
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        world.smtpPort = away.port(Service.SMTP);
        arrange();
        home = TestStation.running(folder.resolve("home"), configs, world);
    }

    /** What a test wants otherwise before the station at home starts. */
    void arrange() {}

    @AfterEach
    void stop() {
        home.close();
        away.close();
    }

    /** Anna's program sends a letter; the last answer. */
    String send(String from, List<String> to, String letter) throws IOException {
        try (LineClient client = home.submission("anna@home.test")) {
            return TestStation.send(client, from, to, letter);
        }
    }
}
