package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailstation.control.QueueStatus;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.RetrySchedule;

class OutgoingLettersTest extends HomeAndAway {
    private static final String LETTER =
            "From: anna@home.test\r\nSubject: hello\r\n\r\n.dot\r\ntext\r\n";
    private static final Configs HOME =
            Configs.station("home.test", "anna", "ben").alias("forward@home.test", "bob@away.test");

    OutgoingLettersTest() {
        super(HOME);
    }

    @Test
    void a_letter_of_a_person_here_reaches_a_server_elsewhere_over_tls() throws Exception {
        assertThat(send("anna@home.test", List.of("bob@away.test"), LETTER)).startsWith("250");

        String arrived = away.awaitInbox("bob@away.test", 1).getFirst();
        assertThat(arrived)
                .startsWith("Return-Path: <anna@home.test>")
                .endsWith(".dot\r\ntext\r\n");
        assertThat(arrived)
                .contains("by mail.away.test with ESMTPS id")
                .contains("by mail.home.test with ESMTPSA id");
        assertThat(home.awaitEvent(StationEvent.LetterSent.class, _ -> true).server())
                .isEqualTo("mx.away.test");
        TestStation.await(() -> home.server().queue().waiting() == 0);
    }

    @Test
    void date_and_message_id_are_added_where_they_are_missing() throws Exception {
        send("anna@home.test", List.of("bob@away.test"), LETTER);
        send(
                "anna@home.test",
                List.of("bob@away.test"),
                "Message-ID: <own@x>\r\nDate: then\r\n" + LETTER);

        List<String> arrived = away.awaitInbox("bob@away.test", 2);
        assertThat(arrived)
                .anyMatch(
                        l ->
                                l.contains("\r\nDate: ")
                                        && l.contains("\r\nMessage-ID: <")
                                        && l.contains("@mail.home.test>"));
        assertThat(arrived)
                .anyMatch(
                        l ->
                                l.contains("<own@x>")
                                        && l.indexOf("Date: then")
                                                == l.lastIndexOf("\r\nDate: ") + 2);
    }

    @Test
    void people_send_only_as_themselves() throws Exception {
        assertThat(send("ben@home.test", List.of("bob@away.test"), LETTER)).startsWith("550 5.7.1");
        assertThat(send("", List.of("bob@away.test"), LETTER)).startsWith("550 5.7.1");
        assertThat(send("x@away.test", List.of("bob@away.test"), LETTER)).startsWith("550 5.7.1");
        assertThat(
                        send(
                                "anna@home.test",
                                List.of("bob@away.test"),
                                LETTER.replace("From: anna", "From: ben")))
                .startsWith("550 5.7.1");
        assertThat(
                        send(
                                "anna@home.test",
                                List.of("bob@away.test"),
                                "From: anna@home.test\r\n" + LETTER.replace("anna", "ben")))
                .startsWith("550 5.7.1");
        assertThat(
                        send(
                                "anna@home.test",
                                List.of("bob@away.test"),
                                "Subject: no author\r\n\r\nx\r\n"))
                .startsWith("550 5.7.1");
        assertThat(home.server().queue().waiting()).isZero();
    }

    @Test
    void an_alias_leads_elsewhere_for_a_stranger_too_with_a_sender_that_our_domain_vouches_for()
            throws Exception {
        try (LineClient client = home.smtp()) {
            assertThat(
                            TestStation.send(
                                    client,
                                    "carl@third.test",
                                    List.of("forward@home.test"),
                                    LETTER))
                    .startsWith("250");
        }

        assertThat(away.awaitInbox("bob@away.test", 1).getFirst())
                .startsWith("Return-Path: <postmaster@home.test>");
    }

    @Test
    void a_letter_to_both_sides_goes_to_both() throws Exception {
        send("anna@home.test", List.of("ben@home.test", "bob@away.test"), LETTER);

        assertThat(home.inbox("ben@home.test")).hasSize(1);
        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
    }

    @Test
    void what_is_refused_for_good_comes_back_for_that_recipient_only() throws Exception {
        send("anna@home.test", List.of("bob@away.test", "nobody@away.test"), LETTER);

        String report = home.awaitInbox("anna@home.test", 1).getFirst();
        assertThat(report)
                .startsWith("Return-Path: <>")
                .contains(
                        "multipart/report; report-type=delivery-status",
                        "Auto-Submitted: auto-replied")
                .contains(
                        "Final-Recipient: rfc822; nobody@away.test\r\nAction: failed\r\nStatus: 5.1.1\r\n")
                .contains(
                        "Remote-MTA: dns; mx.away.test\r\nDiagnostic-Code: smtp; 550 5.1.1 Nobody here")
                .contains("Subject: hello")
                .doesNotContain("Final-Recipient: rfc822; bob");
        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
    }

    @Test
    void unknown_domains_and_domains_without_mail_come_back_at_once() throws Exception {
        world.mx.put("silent.test", new MxAnswer.TakesNoMail());
        send("anna@home.test", List.of("x@silent.test", "x@missing.test"), LETTER);

        assertThat(home.awaitInbox("anna@home.test", 2))
                .anyMatch(report -> report.contains("Status: 5.1.10"))
                .anyMatch(report -> report.contains("Status: 5.1.2\r\n"));
    }

    @Test
    void a_report_about_a_report_is_never_sent() throws Exception {
        try (LineClient client = home.smtp()) {
            home.apply(HOME.alias("dead@home.test", "x@missing.test"));
            TestStation.send(client, "", List.of("dead@home.test"), LETTER);
        }

        home.awaitEvent(
                StationEvent.LetterReturned.class,
                returned -> returned.to().equals("x@missing.test"));
        TestStation.await(() -> home.server().queue().waiting() == 0);
        assertThat(home.inbox("anna@home.test")).isEmpty();
    }

    @Test
    void a_server_that_is_away_gets_the_letter_when_it_is_back_even_over_a_restart()
            throws Exception {
        world.mx.put("away.test", new MxAnswer.CouldNotTell("no answer"));
        send("anna@home.test", List.of("bob@away.test"), LETTER);
        StationEvent.LetterDelayed delayed =
                home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true);
        assertThat(delayed.to()).isEqualTo("bob@away.test");
        assertThat(delayed.reply()).isEqualTo("451 4.4.3 No answer from DNS: no answer");
        assertThat(delayed.next()).isAfter(delayed.at());
        QueueStatus queue = home.server().queue();
        assertThat(queue.waiting()).as("also while it is being tried").isPositive();
        assertThat(queue.oldest()).isNotNull();

        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        home.restart(HOME);

        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
    }

    private StationEvent.LetterDelayed awaitDelay(String recipient) {
        return home.awaitEvent(
                StationEvent.LetterDelayed.class, delayed -> delayed.to().equals(recipient));
    }

    private void tryOnlyOnceAnHour() throws Exception {
        world.schedule = new RetrySchedule(List.of(Duration.ofHours(1)), Duration.ofDays(1));
        home.restart(HOME);
    }

    @Test
    void a_server_that_is_away_is_asked_once_however_many_letters_wait_for_it() throws Exception {
        tryOnlyOnceAnHour();
        world.mx.put("away.test", new MxAnswer.CouldNotTell("no answer"));
        send("anna@home.test", List.of("first@away.test"), LETTER);
        awaitDelay("first@away.test");
        send("anna@home.test", List.of("second@away.test"), LETTER);

        assertThat(awaitDelay("second@away.test").reply()).contains("4.4.3");
        assertThat(world.asked).containsExactly("away.test");
    }

    @Test
    void who_applies_new_settings_gets_waiting_letters_tried_at_once() throws Exception {
        tryOnlyOnceAnHour();
        world.mx.put("away.test", new MxAnswer.CouldNotTell("no answer"));
        send("anna@home.test", List.of("bob@away.test"), LETTER);
        awaitDelay("bob@away.test");
        TestStation.await(() -> home.server().queue().waiting() == 1);

        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        home.apply(HOME);

        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
    }

    @Test
    void a_domain_that_waits_holds_up_no_other() throws Exception {
        tryOnlyOnceAnHour();
        world.mx.put("silent.test", new MxAnswer.CouldNotTell("no answer"));
        send("anna@home.test", List.of("x@silent.test", "bob@away.test"), LETTER);

        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
        awaitDelay("x@silent.test");
        TestStation.await(() -> home.server().queue().waiting() == 1);
    }

    @Test
    void eight_destinations_that_keep_us_waiting_hold_up_no_ninth() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        world.beforeAnswer =
                domain -> {
                    try {
                        boolean over =
                                !domain.startsWith("slow") || end.await(30, TimeUnit.SECONDS);
                        assertThat(over).isTrue();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                };
        List<String> slow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add("x@slow" + i + ".test");
        }
        send("anna@home.test", slow, LETTER);
        send("anna@home.test", slow, LETTER);
        TestStation.await(() -> world.asked.size() == 16);
        send("anna@home.test", List.of("bob@away.test"), LETTER);

        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
        end.countDown();
    }

    @Test
    void after_days_of_trying_the_letter_comes_back() throws Exception {
        world.mx.put("away.test", new MxAnswer.CouldNotTell("no answer"));
        world.schedule = new RetrySchedule(List.of(Duration.ofMillis(50)), Duration.ofMillis(200));
        home.restart(HOME);
        send("anna@home.test", List.of("bob@away.test"), LETTER);

        assertThat(home.awaitInbox("anna@home.test", 1).getFirst()).contains("Status: 5.4.3");
    }

    @Test
    void a_sender_is_told_once_that_a_letter_waits_even_over_a_restart() throws Exception {
        world.mx.put("away.test", new MxAnswer.CouldNotTell("no answer"));
        world.schedule =
                new RetrySchedule(
                        List.of(Duration.ofMillis(20)), Duration.ofMillis(1), Duration.ofDays(1));
        home.restart(HOME);
        send("anna@home.test", List.of("bob@away.test"), LETTER);

        String warning = home.awaitInbox("anna@home.test", 1).getFirst();
        assertThat(warning)
                .contains(
                        "Subject: Your letter has not arrived yet",
                        "Action: delayed\r\nStatus: 4.4.3",
                        "You need not do anything");
        int asked = world.asked.size();
        home.restart(HOME);
        TestStation.await(() -> world.asked.size() > asked + 3);
        assertThat(home.inbox("anna@home.test")).hasSize(1);

        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
    }

    @Test
    void a_server_without_tls_is_served_in_clear_and_dots_and_line_ends_are_made_safe()
            throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            world.smtpPort = socket.getLocalPort();
            home.restart(HOME);
            send("anna@home.test", List.of("bob@away.test"), LETTER);

            OldServer old = OldServer.serve(socket);

            assertThat(old.commands())
                    .containsExactly(
                            "EHLO mail.home.test",
                            "HELO mail.home.test",
                            "MAIL FROM:<anna@home.test>",
                            "RCPT TO:<bob@away.test>",
                            "DATA");
            assertThat(old.letter()).endsWith("\r\n\r\n..dot\r\ntext\r\n.\r\n");
        }
    }
}
