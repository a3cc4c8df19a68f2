package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.control.AppPasswords;

/** A telephone has a password of its own, and loses it. */
class DeviceLoginTest {
    private static final String ANNA = "anna@home.test";

    @TempDir Path folder;

    private static String login(TestStation station, String password) throws IOException {
        try (LineClient client = station.connect(Service.IMAPS)) {
            client.line();
            return client.imap("LOGIN " + ANNA + " " + password).getLast();
        }
    }

    @Test
    void it_is_let_in_until_its_password_is_taken_away() throws Exception {
        try (TestStation station =
                TestStation.running(folder.resolve("data"), Configs.station("home.test", "anna"))) {
            AppPasswords made = station.server().devices().make(ANNA, "Phone");
            String password = Objects.requireNonNull(((AppPasswords.Devices) made).made()).reveal();
            assertThat(login(station, password)).startsWith("t1 OK");
            assertThat(login(station, '"' + TestStation.PASSWORD + '"')).startsWith("t1 OK");

            station.server().devices().revoke(ANNA, "Phone");

            assertThat(login(station, password)).startsWith("t1 NO");
            assertThat(login(station, '"' + TestStation.PASSWORD + '"')).startsWith("t1 OK");
        }
    }
}
