package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.StationEvent;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

class RefusedCheckTest {
    private static final Instant NOW = Scenes.NOW;

    private final Scenes scenes = new Scenes();
    private final Refusals refusals = new Refusals(Clock.fixed(NOW, ZoneOffset.UTC));

    private void returned(String to, String reply) {
        refusals.accept(new StationEvent.LetterReturned(NOW, to, "", reply, "<1>"));
    }

    private void delayed(String to, String reply, Instant at) {
        refusals.accept(new StationEvent.LetterDelayed(at, to, "", reply, at, "<1>"));
    }

    private List<Finding> look() throws InterruptedException {
        return scenes.all(new RefusedCheck(refusals::now));
    }

    @Test
    void who_keeps_the_domain_is_named_by_the_server_that_was_asked() throws InterruptedException {
        refusals.accept(
                new StationEvent.LetterReturned(
                        NOW, "eve@family.example", "aspmx.l.google.com", "550 5.7.25 no", "<1>"));
        assertThat(look().getFirst().sentence().in(Locale.ENGLISH))
                .startsWith("Gmail (family.example) refuses your letters because the reverse name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "550 5.7.25 [198.51.100.7] The IP address sending this message does not have a PTR record setup; BROKEN; refused.reverse-name",
                "450 4.7.25 Client host rejected: cannot find your hostname; BROKEN; refused.reverse-name",
                "550 5.7.26 This mail has been blocked because the sender is unauthenticated.; BROKEN; refused.not-proven",
                "550 5.7.515 Access denied, sending domain does not meet the required authentication level; BROKEN; refused.not-proven",
                "550 5.7.1 Unfortunately, messages from [198.51.100.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140).; BROKEN; refused.network",
                "550 5.7.1 messages from [198.51.100.7] weren't sent ... block list (S3150).; BROKEN; refused.network",
                "554 5.7.1 Service unavailable, Client host [198.51.100.7] blocked using zen.spamhaus.org, https://www.spamhaus.org/query/ip/198.51.100.7; BROKEN; refused.home-line",
                "550 DY-001 Mail rejected by Outlook.com: we do not accept mail from dynamic IPs; BROKEN; refused.home-line",
                "554 5.7.1 blocked by bl.spamcop.net; BROKEN; refused.listed",
                "554 5.7.1 home.test is listed in dbl.spamhaus.org; BROKEN; refused.listed",
                "421 4.7.0 suspicious due to the very low reputation of the sending IP address; BROKEN; refused.reputation",
                "550 5.7.1 [198.51.100.7 19] Gmail has detected that this message is likely unsolicited mail.; ATTENTION; refused.spam",
                "421 4.7.28 Our system has detected an unusual rate of unsolicited mail; ATTENTION; refused.too-fast",
                "451 4.7.1 Greylisting in action, please come back later; FINE; refused.greylisting",
                "450 4.2.0 Recipient address rejected: Greylisted, see postgrey; FINE; refused.greylisting",
                "504 5.5.2 <nas>: Helo command rejected: need fully-qualified hostname; BROKEN; refused.hello-name",
                "450 4.1.8 <anna@home.test>: Sender address rejected: Domain not found; BROKEN; refused.sender-address",
                "530 5.7.0 Must issue a STARTTLS command first; ATTENTION; refused.tls-required",
                "530 5.7.0 Authentication required; ATTENTION; refused.login-missing",
                "554 5.7.1 Relay access denied; ATTENTION; refused.relay-denied",
                "554 5.4.6 too many hops; ATTENTION; refused.loop",
                "554 5.3.0 we do not like you; ATTENTION; refused.other",
                "451 4.7.500 Server busy. Please try again later; FINE; refused.later",
                "452 4.3.1 no room; FINE; refused.later"
            })
    void what_another_server_says_is_put_into_plain_words(
            String reply, Health health, String sentence) throws InterruptedException {
        returned("bob@away.example", reply);
        Finding found = look().getFirst();
        Scenes.expect(found, health, sentence);
        assertThat(found.check()).isEqualTo("refused:away.example");
        assertThat(found.evidence().getFirst().answered()).isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 The email account that you tried to reach does not exist",
        "552 5.2.2 Mailbox full",
        "550 5.2.1 This account has been disabled",
        "550 5.1.2 no such domain",
        "552 5.3.4 message size exceeds the limit",
        "550 5.7.1 blocked by user",
        "454 4.7.0 The relay refuses our login: 535 no",
        "451 4.4.1 mx.away.example: connect timed out"
    })
    void what_is_not_about_us_or_said_elsewhere_is_no_finding(String reply)
            throws InterruptedException {
        returned("bob@away.example", reply);
        assertThat(look()).isEmpty();
    }

    @Test
    void a_letter_that_gets_through_ends_the_matter() throws InterruptedException {
        returned("bob@away.example", "550 5.7.25 no PTR record");
        returned("eve@other.example", "550 5.7.25 no PTR record");
        refusals.accept(new StationEvent.LetterSent(NOW, "carl@AWAY.example", "mx", "<2>"));
        assertThat(look()).extracting(Finding::check).containsExactly("refused:other.example");
    }

    @Test
    void what_is_older_than_three_days_is_forgotten() throws InterruptedException {
        delayed("bob@away.example", "450 4.7.25 no", NOW.minus(Duration.ofDays(4)));
        assertThat(look()).isEmpty();
    }

    @Test
    void letters_with_the_same_fate_are_counted_together() throws InterruptedException {
        delayed("bob@away.example", "450 4.7.25 no", NOW);
        delayed("eve@away.example", "450 4.7.25 no", NOW);
        assertThat(look()).hasSize(1);
        assertThat(look().getFirst().evidence().getFirst().asked()).endsWith(": 2");
    }
}
