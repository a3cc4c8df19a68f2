package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;

/** A person moves letters into the junk folder and out of it. */
class LearningTest {
    private static final String JUNK =
            "From: Lucky <winner@lottery.example>\r\nSubject: claim your lottery prize\r\n\r\n"
                    + "Congratulations winner, claim this exclusive lottery bonus prize today %d\r\n";
    private static final String GOOD =
            "From: Bob <bob@away.example>\r\nSubject: dinner on friday\r\n\r\n"
                    + "Shall we cook potatoes with herbs, and will the children come along? %d\r\n";

    @TempDir Path folder;
    private TestStation station;
    private int tries;

    @BeforeEach
    void start() throws Exception {
        station =
                TestStation.running(
                        folder.resolve("data"), Configs.station("home.test", "anna", "ben"));
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private void deliver(String letter, int number, String... to) throws Exception {
        try (LineClient client = station.smtp()) {
            assertThat(
                            TestStation.send(
                                    client,
                                    "x@away.example",
                                    List.of(to),
                                    letter.formatted(number)))
                    .startsWith("250");
        }
    }

    private boolean isInJunk(LineClient imap, int number) throws Exception {
        imap.imap("SELECT Spam");
        boolean there =
                imap.imap("SEARCH BODY \"today " + number + "\"").stream()
                        .anyMatch(line -> line.matches("\\* SEARCH [0-9]+.*"));
        imap.imap("SELECT INBOX");
        return there;
    }

    @Test
    void letters_like_those_that_were_moved_go_there_by_themselves() throws Exception {
        try (LineClient anna = station.imap("anna@home.test")) {
            anna.imap("SELECT INBOX");
            for (int i = 0; i < 12; i++) {
                deliver(JUNK, i, "anna@home.test");
            }
            anna.imap("NOOP");
            assertThat(anna.imap("MOVE 1:12 Spam").getLast()).contains("OK");
            for (int i = 0; i < 12; i++) {
                deliver(GOOD, i, "anna@home.test");
            }
            anna.imap("NOOP");
            assertThat(anna.imap("MOVE 1:12 Archive").getLast()).contains("OK");

            TestStation.await(() -> sorted(anna));
        }
    }

    /** The station learns a little later; each try is another letter. */
    private boolean sorted(LineClient anna) {
        try {
            int number = ++tries + 1000;
            deliver(JUNK, number, "anna@home.test", "ben@home.test");
            deliver(GOOD, number, "anna@home.test");
            if (!isInJunk(anna, number)) {
                return false;
            }
            var traces = station.server().trace(new TraceRequest("", "ben", "", "", 1));
            assertThat(traces.letters().getFirst().steps())
                    .extracting(TraceStep::to, TraceStep::place)
                    .containsExactly(
                            tuple("anna@home.test", "Spam"), tuple("ben@home.test", "INBOX"));
            assertThat(station.inbox("anna@home.test").getLast()).contains("potatoes");
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
