package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;

/** Somebody has left: nobody signs in, and letters are kept or refused as the owner wants it. */
class ClosedMailboxTest {
    private static final String ANNA = "anna@home.test";
    private static final String BEN = "ben@home.test";
    private static final String REFUSAL = "550 5.2.1 This mailbox takes no letters";

    @TempDir Path folder;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(folder, with(true, false));
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private static Configs with(boolean open, boolean refusing) {
        Account ben = new Account(BEN, "Ben", 0, true).opened(open).refusing(refusing);
        return Configs.station("home.test", "anna")
                .accounts(List.of(new Account(ANNA, "Anna", 0, true), ben))
                .alias("all@home.test", ANNA, BEN);
    }

    private String rcpt(String to) throws Exception {
        try (LineClient client = station.smtp()) {
            client.smtp("MAIL FROM:<x@away.example>");
            return client.smtp("RCPT TO:<" + to + ">");
        }
    }

    private String send(String to) throws Exception {
        try (LineClient client = station.smtp()) {
            return TestStation.send(
                    client, "x@away.example", List.of(to), "Subject: x\r\n\r\nx\r\n");
        }
    }

    @Test
    void a_mailbox_that_is_switched_off_takes_letters_for_later() throws Exception {
        station.apply(with(false, false));

        assertThat(send(BEN)).startsWith("250");
        station.apply(with(true, false));
        assertThat(station.inbox(BEN)).hasSize(1);
    }

    @Test
    void a_mailbox_that_refuses_says_so_to_strangers_and_to_the_family() throws Exception {
        station.apply(with(false, true));

        assertThat(rcpt(BEN)).isEqualTo(REFUSAL);
        assertThat(rcpt("ben+shop@home.test")).isEqualTo(REFUSAL);
        try (LineClient anna = station.submission(ANNA)) {
            anna.smtp("MAIL FROM:<" + ANNA + ">");
            assertThat(anna.smtp("RCPT TO:<" + BEN + ">")).isEqualTo(REFUSAL);
        }
    }

    @Test
    void a_group_goes_on_without_it_and_it_takes_letters_again_when_it_is_opened()
            throws Exception {
        station.apply(with(false, true));

        assertThat(send("all@home.test")).startsWith("250");
        assertThat(station.inbox(ANNA)).hasSize(1);

        station.apply(with(true, false));
        assertThat(station.inbox(BEN)).isEmpty();
        assertThat(send(BEN)).startsWith("250");
        assertThat(station.inbox(BEN)).hasSize(1);
    }
}
