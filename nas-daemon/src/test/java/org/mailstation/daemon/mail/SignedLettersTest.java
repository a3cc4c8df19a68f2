package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.control.SigningStatus;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.dkim.Prover;

/** What is written here leaves with a signature. */
class SignedLettersTest extends HomeAndAway {
    private static final String LETTER =
            "From: anna@home.test\r\nSubject: hello\r\n\r\n.dot\r\ntext\r\n";
    private static final Configs HOME =
            Configs.station("home.test", "anna", "ben").alias("forward@home.test", "bob@away.test");

    SignedLettersTest() {
        super(HOME);
    }

    private void awaitDelay(String recipient) {
        home.awaitEvent(
                StationEvent.LetterDelayed.class, delayed -> delayed.to().equals(recipient));
    }

    private List<String> proven(String letter) throws Exception {
        SigningStatus keys = Objects.requireNonNull(home.keys().status());
        return Prover.of(keys.current(), "home.test")
                .domains(letter.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void what_is_written_here_arrives_with_one_signature_that_holds_however_often_it_was_tried()
            throws Exception {
        world.mx.put("away.test", new MxAnswer.CouldNotTell("no answer"));
        send("anna@home.test", List.of("bob@away.test"), LETTER);
        awaitDelay("bob@away.test");
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        home.restart(HOME);

        String arrived = away.awaitInbox("bob@away.test", 1).getFirst();
        assertThat(arrived.split("DKIM-Signature: ", -1)).hasSize(2);
        assertThat(proven(arrived)).containsExactly("home.test");
    }

    @Test
    void a_letter_in_another_character_set_or_with_a_long_line_keeps_its_signature()
            throws Exception {
        send(
                "anna@home.test",
                List.of("bob@away.test"),
                "From: \u00c3\u0084nne <anna@home.test>\r\nSubject:\r\n\tGr\u00c3\u00bc\u00c3\u009fe \r\n\r\n"
                        + ".\u00e4\u00ff \r\n"
                        + "long ".repeat(180)
                        + "\r\n\r\n\r\n");

        assertThat(proven(away.awaitInbox("bob@away.test", 1).getFirst()))
                .containsExactly("home.test");
    }

    @Test
    void a_stranger_gets_no_signature_for_a_forged_author() throws Exception {
        try (LineClient client = home.smtp()) {
            TestStation.send(client, "carl@third.test", List.of("forward@home.test"), LETTER);
        }

        String arrived = away.awaitInbox("bob@away.test", 1).getFirst();
        assertThat(arrived).contains("From: anna@home.test").doesNotContain("DKIM-Signature");
    }

    @Test
    void a_report_of_failure_to_somebody_elsewhere_is_signed_too() throws Exception {
        home.apply(
                HOME.alias("dead@home.test", "x@missing.test")
                        .alias("postmaster@home.test", "bob@away.test"));
        try (LineClient client = home.smtp()) {
            TestStation.send(client, "bob@away.test", List.of("dead@home.test"), LETTER);
        }

        String report = away.awaitInbox("bob@away.test", 1).getFirst();
        assertThat(report).contains("From: Mail Station <MAILER-DAEMON@mail.home.test>");
        assertThat(proven(report)).containsExactly("home.test");
    }

    @Test
    void without_a_usable_key_letters_still_leave() throws Exception {
        Path file = home.data.resolve("secrets").resolve("dkim.json");
        Files.writeString(file, "damaged");
        home.restart(HOME);
        send("anna@home.test", List.of("bob@away.test"), LETTER);

        assertThat(away.awaitInbox("bob@away.test", 1).getFirst()).doesNotContain("DKIM-Signature");
        assertThat(Files.readString(file)).isEqualTo("damaged");
    }
}
