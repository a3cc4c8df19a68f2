package org.mailstation.daemon.mail;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One station for all tests of a class, and for each test a program of Anna's that has signed in
 * over IMAP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnnasMailbox {
    static final String ANNA = "anna@home.test";

    TestStation station;
    LineClient client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        station = TestStation.running(folder, Configs.station("home.test", "anna"));
    }

    @AfterAll
    void stop() {
        station.close();
    }

    @BeforeEach
    void open() throws Exception {
        client = station.imap(ANNA);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
    }
}
