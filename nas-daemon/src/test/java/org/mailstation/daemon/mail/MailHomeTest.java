package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Account;
import org.mailstation.control.Mailboxes.Mailbox;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.StationEvent;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.RetrySchedule;

/** What those see who look after the station: a real queue, and real mailboxes. */
class MailHomeTest extends HomeAndAway {
    private static final String LETTER =
            "From: anna@home.test\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\ntext\r\n";
    private static final Configs HOME = Configs.station("home.test", "anna", "ben");
    private static final QueueRequest LIST = new QueueRequest(QueueRequest.Wanted.LIST, "");

    MailHomeTest() {
        super(HOME);
    }

    @Override
    void arrange() {
        world.schedule = new RetrySchedule(List.of(Duration.ofHours(1)), Duration.ofDays(5));
        world.mx.put("away.test", new MxAnswer.CouldNotTell("no answer"));
    }

    private WaitingLetters waiting() {
        return home.server().home().queue(LIST);
    }

    private WaitingLetter oneWaits() throws Exception {
        assertThat(send("anna@home.test", List.of("bob@away.test"), LETTER)).startsWith("250");
        home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true);
        // it is told that the letter waits a moment before it is put back with its next time
        TestStation.await(() -> waiting().letters().stream().anyMatch(MailHomeTest::hasRest));
        return waiting().letters().getFirst();
    }

    private static boolean hasRest(WaitingLetter it) {
        return it.tries() == 1 && it.next().isAfter(it.accepted().plus(Duration.ofMinutes(30)));
    }

    @Test
    void nothing_waits_on_a_quiet_day() {
        assertThat(waiting()).isEqualTo(new WaitingLetters(List.of(), 0, true));
    }

    @Test
    void a_letter_that_waits_says_for_whom_until_when_and_why() throws Exception {
        WaitingLetter letter = oneWaits();
        assertThat(letter.from()).isEqualTo("anna@home.test");
        assertThat(letter.to()).containsExactly("bob@away.test");
        assertThat(letter.subject()).isEqualTo("Gr\u00FC\u00DFe");
        assertThat(letter.messageId()).startsWith("<");
        assertThat(letter.next()).isBefore(letter.accepted().plus(Duration.ofMinutes(90)));
        assertThat(letter.reason()).contains("no answer");
        assertThat(waiting().all()).isEqualTo(1);
    }

    @Test
    void it_leaves_as_soon_as_somebody_says_so() throws Exception {
        WaitingLetter letter = oneWaits();
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        QueueRequest now = new QueueRequest(QueueRequest.Wanted.TRY_NOW, letter.id());
        assertThat(home.server().home().queue(now).found()).isTrue();
        assertThat(away.awaitInbox("bob@away.test", 1)).hasSize(1);
        TestStation.await(() -> waiting().all() == 0);
        assertThat(home.server().home().queue(now).found()).isFalse();
    }

    @Test
    void a_letter_that_is_given_up_goes_back_with_a_report_in_plain_words() throws Exception {
        WaitingLetter letter = oneWaits();
        QueueRequest enough = new QueueRequest(QueueRequest.Wanted.GIVE_UP, letter.id());
        assertThat(home.server().home().queue(enough).found()).isTrue();
        String report = home.awaitInbox("anna@home.test", 1).getFirst();
        assertThat(report)
                .contains("has decided not to try any longer", "Status: 5.3.0", "bob@away.test")
                .contains("Action: failed");
        TestStation.await(() -> waiting().all() == 0);
        assertThat(home.server().home().queue(enough).found()).isFalse();
        home.awaitEvent(StationEvent.LetterReturned.class, it -> it.to().equals("bob@away.test"));
        world.mx.put("away.test", new MxAnswer.Hosts(List.of("mx.away.test")));
        QueueRequest all = new QueueRequest(QueueRequest.Wanted.TRY_NOW, "");
        assertThat(home.server().home().queue(all).found()).isFalse();
    }

    @Test
    void nothing_is_given_up_that_nobody_named() throws Exception {
        oneWaits();
        QueueRequest none = new QueueRequest(QueueRequest.Wanted.GIVE_UP, "");
        assertThat(home.server().home().queue(none).found()).isFalse();
        assertThat(waiting().all()).isEqualTo(1);
    }

    @Test
    void mailboxes_say_how_full_they_are_and_who_came() throws Exception {
        home.imap("anna@home.test").close();
        List<Account> accounts = HOME.build().accounts();
        List<Mailbox> mailboxes =
                home.server()
                        .home()
                        .mailboxes(accounts, home.server().passwords()::has)
                        .mailboxes();
        assertThat(mailboxes)
                .extracting(Mailbox::address)
                .containsExactly("anna@home.test", "ben@home.test");
        assertThat(mailboxes.getFirst().signedIn()).isNotNull();
        assertThat(mailboxes.getLast().signedIn()).isNull();
        assertThat(mailboxes).allMatch(Mailbox::password);
        assertThat(mailboxes).allMatch(one -> one.bytes() == 0);
    }
}
