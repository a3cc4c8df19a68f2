package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.delivery.MxAnswer;

/** A station at home, and a server elsewhere that answers as the test has it. */
abstract class HomeAndScript {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    ScriptedSmtp away;

    @SuppressWarnings("NullAway.Init") // made before each test
    TestStation home;

    final TestStation.World world = new TestStation.World();
    private final Configs configs;
    private final Map<String, String> answers;
    private final List<String> domains;

    /**
     * {@code configs}: the one's at home; {@code answers}: as {@link ScriptedSmtp} takes them;
     * {@code domains}: whose letters the server elsewhere takes.
     */
    HomeAndScript(Configs configs, Map<String, String> answers, String... domains) {
        this.configs = configs;
        this.answers = answers;
        this.domains = List.of(domains);
    }

    @BeforeEach
    void start() throws Exception {
        domains.forEach(it -> world.mx.put(it, new MxAnswer.Hosts(List.of("mx.away.test"))));
        servedBy(answers);
    }

    /** Both start anew. */
    void servedBy(Map<String, String> answers) throws Exception {
        stop();
        away = new ScriptedSmtp(answers);
        world.smtpPort = away.port();
        home = TestStation.running(folder, configs, world);
    }

    @AfterEach
    void stop() throws IOException {
        if (home != null) {
            home.close();
            away.close();
        }
    }
}
