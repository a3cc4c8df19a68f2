package org.mailstation.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.check.Checks;
import org.mailstation.control.Trouble;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** Over every kind of finding that the station makes. */
class CarriageTest {
    private static final String OWNER = "anna@a.example";
    private static final Text WRONG = Text.of("relay.login", "x");

    /** Whatever these say is broken, letters do not get to where they should. */
    private static final List<String> MAIL =
            List.of(
                    "apply.services",
                    "configuration",
                    "disk",
                    "dns.address",
                    "dns.delegation",
                    "dns.here",
                    "dns.life",
                    "dns.mta-sts",
                    "dns.mx",
                    "dns.servers",
                    "dns.tlsa",
                    "firewall",
                    "forwarding",
                    "forwarding.smtp",
                    "home",
                    "inbound",
                    "internet",
                    "letter:inward",
                    "line",
                    "listener.imaps",
                    "listener.smtp",
                    "outbound",
                    "queue",
                    "reach",
                    "relay",
                    "relay.last",
                    "router.line");

    private final Carriage carriage = new Carriage("Anna@A.example");

    private static Finding finding(String check, Verdict verdict, Severity severity) {
        return new Finding(check, Hop.DAEMON, verdict, severity, WRONG, List.of(), null);
    }

    /** By every judgement that there is. */
    private static Stream<Finding> judged(String check) {
        return Arrays.stream(Verdict.values())
                .flatMap(
                        verdict ->
                                Arrays.stream(Severity.values())
                                        .map(severity -> finding(check, verdict, severity)));
    }

    static List<String> mail() {
        List<String> all = new ArrayList<>(MAIL);
        MAIL.stream()
                .filter(one -> one.startsWith("dns."))
                .forEach(one -> all.add(one + ":a.example"));
        all.add("reach:smtp");
        all.add("home:imaps");
        return all;
    }

    static List<String> beside() {
        List<String> all = new ArrayList<>(Carriage.BESIDE);
        all.addAll(
                List.of(
                        "certificate.name",
                        "certificate.fetching",
                        "dns.spf:a.example",
                        "dns.blocklist.address:list.example",
                        "password.bert@a.example",
                        "refused:gmail.example",
                        "room:bert@a.example"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("mail")
    void no_letter_is_written_while_it_would_lie_behind(String check) {
        judged(check)
                .forEach(
                        one ->
                                assertThat(carriage.obstacle(List.of(one), Troubles.NONE) != null)
                                        .as(one.verdict() + " " + one.severity())
                                        .isEqualTo(Health.of(List.of(one)) == Health.BROKEN));
    }

    @ParameterizedTest
    @MethodSource("beside")
    void a_letter_is_written_though_this_is_wrong(String check) {
        judged(check)
                .forEach(
                        one -> assertThat(carriage.obstacle(List.of(one), Troubles.NONE)).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"room:anna@a.example", "refused:a.example"})
    void no_letter_goes_to_a_mailbox_that_is_full_or_a_provider_that_takes_none(String check) {
        Finding broken = finding(check, Verdict.FAIL, Severity.ERROR);
        assertThat(carriage.obstacle(List.of(broken), Troubles.NONE)).isEqualTo(WRONG);
    }

    @Test
    void each_check_that_others_answer_is_on_one_side() {
        assertThat(Checks.ALL)
                .allSatisfy(
                        check ->
                                assertThat(
                                                MAIL.contains(check.name())
                                                        ^ Carriage.isAny(
                                                                Carriage.BESIDE, check.name()))
                                        .as(check.name())
                                        .isTrue());
    }

    @Test
    void what_no_one_has_thought_of_keeps_letters_back() {
        Finding odd = finding("something.new", Verdict.FAIL, Severity.CRITICAL);
        assertThat(carriage.obstacle(List.of(odd), Troubles.NONE)).isEqualTo(WRONG);
    }

    @Test
    void a_check_that_cannot_tell_any_more_has_not_mended_what_it_found() {
        Finding unknown = finding("relay.last", Verdict.UNKNOWN, Severity.ERROR);
        Trouble broken = Trouble.begun("relay.last", WRONG, Health.BROKEN, Instant.EPOCH);
        assertThat(carriage.obstacle(List.of(unknown), Troubles.of(List.of(broken))))
                .isEqualTo(WRONG);
        Trouble slight = Trouble.begun("queue", WRONG, Health.ATTENTION, Instant.EPOCH);
        assertThat(carriage.obstacle(List.of(unknown), Troubles.of(List.of(slight)))).isNull();
    }
}
