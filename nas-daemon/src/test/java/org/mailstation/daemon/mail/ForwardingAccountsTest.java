package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.MxAnswer;

/** People whose letters go on to somebody else, with or without a copy here. */
class ForwardingAccountsTest {
    private static final String ANNA = "anna@home.test";
    private static final String BEN = "ben@home.test";

    @TempDir Path folder;
    private ScriptedSmtp away;
    private TestStation home;
    private final TestStation.World world = new TestStation.World();

    @BeforeEach
    void start() throws Exception {
        away = new ScriptedSmtp(Map.of("RCPT TO:<gone", "550 5.1.1 nobody"));
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        world.smtpPort = away.port();
        home = TestStation.running(folder, Configs.station("home.test", "anna", "ben"), world);
    }

    @AfterEach
    void stop() throws IOException {
        home.close();
        away.close();
    }

    private void annaForwards(boolean copy, String... to) throws Exception {
        Configs plain = Configs.station("home.test", "anna", "ben");
        List<Account> accounts = new ArrayList<>(plain.accounts());
        accounts.set(0, accounts.getFirst().forwarding(List.of(to), copy));
        home.apply(plain.accounts(accounts));
    }

    private String write(String from, String more) throws IOException {
        try (LineClient client = home.smtp()) {
            return TestStation.send(
                    client,
                    from,
                    List.of(ANNA),
                    more + "Subject: hello\r\nMessage-ID: <1@third.test>\r\n\r\nthe body\r\n");
        }
    }

    @Test
    void with_a_copy_the_letter_is_in_both_places_and_leaves_under_our_name() throws Exception {
        annaForwards(true, "x@away.test", BEN);

        assertThat(write("carl@third.test", "")).startsWith("250");

        assertThat(home.inbox(ANNA)).hasSize(1);
        assertThat(home.awaitInbox(BEN, 1).getFirst()).contains("the body");
        TestStation.await(() -> away.letters() == 1);
        assertThat(away.commands).contains("MAIL FROM:<anna@home.test>", "RCPT TO:<x@away.test>");
        assertThat(away.texts.getFirst()).contains("the body");
    }

    @Test
    void without_a_copy_it_is_only_there() throws Exception {
        annaForwards(false, "x@away.test");

        assertThat(write("carl@third.test", "")).startsWith("250");

        TestStation.await(() -> away.letters() == 1);
        assertThat(home.inbox(ANNA)).isEmpty();
    }

    @Test
    void what_cannot_be_forwarded_comes_back_and_stays_without_going_round() throws Exception {
        annaForwards(false, "gone@away.test");

        assertThat(write("carl@third.test", "")).startsWith("250");

        assertThat(home.awaitInbox(ANNA, 1).getFirst())
                .startsWith("Return-Path: <>")
                .contains("Action: failed", "gone@away.test");
        TestStation.await(() -> home.server().queue().waiting() == 0);
        assertThat(home.inbox(ANNA)).as("the report about the report is dropped").hasSize(1);
    }

    @Test
    void what_comes_back_in_a_circle_is_kept() throws Exception {
        annaForwards(false, "x@away.test");

        assertThat(write("carl@third.test", "X-Mail-Station-Forwarded: anna@home.test\r\n"))
                .startsWith("250");

        assertThat(home.inbox(ANNA)).hasSize(1);
        assertThat(home.server().queue().waiting()).isZero();
        assertThat(away.letters()).isZero();
    }

    @Test
    void a_wish_never_to_be_told_holds_on_the_further_way() throws Exception {
        annaForwards(false, "gone@away.test");
        try (LineClient client = home.submission(BEN)) {
            client.smtp("MAIL FROM:<" + BEN + ">");
            client.smtp("RCPT TO:<" + ANNA + "> NOTIFY=NEVER");
            client.smtp("DATA");
            client.raw("From: " + BEN + "\r\nSubject: x\r\n\r\nx\r\n.\r\n");
            assertThat(client.reply()).startsWith("250");
        }

        home.awaitEvent(StationEvent.LetterReturned.class, _ -> true);
        TestStation.await(() -> home.server().queue().waiting() == 0);
        assertThat(home.inbox(BEN)).isEmpty();
    }
}
