package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.daemon.delivery.StrangerAnswer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.TlsSeen;

class PortChecksTest {
    private static final StrangerAnswer NO = new StrangerAnswer.Refused("550 5.7.1 no");

    private final Scenes scenes = new Scenes();

    private static List<ListenerStatus> listening(Service... services) {
        List<ListenerStatus> all = new ArrayList<>();
        for (Service service : services) {
            int port = service.standardPort();
            all.add(new ListenerStatus(service, Port.Open.INTERNET, port, port, ""));
        }
        return all;
    }

    private Finding openRelay(OpenRelayCheck.Stranger stranger) throws InterruptedException {
        return scenes.look(
                new OpenRelayCheck(
                        () -> listening(Service.SMTP, Service.SUBMISSIONS, Service.IMAPS),
                        stranger));
    }

    @Test
    void a_stranger_is_refused_at_each_port_from_here_and_from_the_home() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        Finding found =
                openRelay(
                        (where, tls, foreign) -> {
                            asked.add(where.getAddress().getHostAddress() + ":" + where.getPort());
                            assertThat(tls).isEqualTo(where.getPort() == 465);
                            assertThat(foreign).endsWith("@example.com");
                            return NO;
                        });
        Scenes.expect(found, Health.FINE, "open-relay.ok");
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "127.0.0.1:25", "127.0.0.1:465", "192.168.1.5:25", "192.168.1.5:465");
    }

    @Test
    void one_port_that_passes_letters_on_is_the_worst_that_can_be() throws Exception {
        InetAddress home = InetAddress.ofLiteral("192.168.1.5");
        Finding found =
                openRelay(
                        (where, _, _) ->
                                where.equals(new InetSocketAddress(home, 25))
                                        ? new StrangerAnswer.Taken("250 ok")
                                        : NO);
        Scenes.expect(found, Health.BROKEN, "open-relay.open");
        assertThat(found.remedy())
                .isInstanceOfSatisfying(
                        Remedy.ChangeSetting.class,
                        remedy -> assertThat(remedy.field()).isEqualTo("ports.smtp.open"));
    }

    @Test
    void a_port_that_is_silent_is_neither_open_nor_closed() throws Exception {
        Finding found =
                openRelay(
                        (where, _, _) ->
                                where.getPort() == 25 ? new StrangerAnswer.NotTold("?") : NO);
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    private Finding login(Service service, String... lines) throws InterruptedException {
        return scenes.look(
                new LoginCheck(() -> listening(service, Service.IMAPS), (_, _) -> List.of(lines)));
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP, 250 STARTTLS, FINE, login.ok",
        "SUBMISSION, 250-AUTH PLAIN LOGIN, BROKEN, login.clear",
        "IMAP, * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED, FINE, login.ok",
        "IMAP, * CAPABILITY IMAP4rev1 STARTTLS, BROKEN, login.clear",
        "IMAP, * CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=PLAIN, BROKEN, login.clear",
        "POP3, STLS, FINE, login.ok",
        "POP3, USER, BROKEN, login.clear",
        "POP3, SASL PLAIN, BROKEN, login.clear"
    })
    void a_password_is_asked_for_only_under_tls(
            Service service, String line, Health health, String sentence)
            throws InterruptedException {
        Finding found = login(service, line);
        Scenes.expect(found, health, sentence);
        assertThat(found.check()).isEqualTo("login:" + service.key());
    }

    @Test
    void a_port_that_does_not_answer_says_nothing_about_logins() throws InterruptedException {
        Finding found =
                scenes.look(
                        new LoginCheck(
                                () -> listening(Service.POP3),
                                (_, _) -> {
                                    throw new IOException("refused");
                                }));
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    private static CertificateStatus certificate(Duration rest) {
        return new CertificateStatus(
                "CN=a", Scenes.KEY, Scenes.NOW, Scenes.NOW.plus(rest), false, "");
    }

    private void shows(int port, String key, Duration rest) {
        scenes.doors.put(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new DoorAnswer.Secured(
                        "220 hello",
                        new TlsSeen(
                                key,
                                List.of(),
                                Scenes.NOW,
                                Scenes.NOW.plus(rest),
                                true,
                                "TLSv1.3")));
    }

    private Finding disk(CertificateStatus newest) throws InterruptedException {
        return scenes.look(
                new CertificateDiskCheck(
                        () -> listening(Service.SMTP, Service.IMAPS), () -> newest));
    }

    @Test
    void what_is_shown_is_what_lies_on_the_disk() throws InterruptedException {
        shows(25, Scenes.KEY, Duration.ofDays(60));
        shows(993, Scenes.KEY, Duration.ofDays(60));
        Scenes.expect(disk(certificate(Duration.ofDays(60))), Health.FINE, "certificate.disk.ok");
    }

    @ParameterizedTest
    @CsvSource({"10, true", "60, false"})
    void a_renewed_certificate_that_is_not_shown_is_told(int days, boolean sameKey)
            throws InterruptedException {
        shows(25, Scenes.KEY, Duration.ofDays(60));
        shows(993, sameKey ? Scenes.KEY : "00", Duration.ofDays(days));
        Finding found = disk(certificate(Duration.ofDays(60)));
        Scenes.expect(found, Health.ATTENTION, "certificate.disk.old");
        assertThat(found.sentence().args()).containsExactly("imaps");
    }

    @Test
    void a_port_that_shows_nothing_is_not_called_old() throws InterruptedException {
        shows(25, Scenes.KEY, Duration.ofDays(60));
        Scenes.expect(disk(certificate(Duration.ofDays(60))), Health.FINE, "certificate.disk.ok");
    }

    @Test
    void where_nothing_lies_on_the_disk_there_is_nothing_to_say() throws InterruptedException {
        assertThat(scenes.all(new CertificateDiskCheck(() -> listening(Service.SMTP), () -> null)))
                .isEmpty();
    }

    private List<Finding> firewall(String tool, String rules) throws InterruptedException {
        return scenes.all(
                new FirewallCheck(
                        () -> listening(Service.SMTP, Service.IMAPS),
                        command ->
                                command.getFirst().equals(tool)
                                        ? Optional.of(rules)
                                        : Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nft; tcp dport 25 drop",
                "nft; tcp dport { 22, 25 } counter packets 7 bytes 420 drop",
                "nft; tcp dport 20-30 reject with icmp type port-unreachable",
                "iptables; -A INPUT -p tcp -m tcp --dport 25 -j DROP",
                "iptables; -A INPUT -p tcp -m multiport --dports 24:26,80 -j REJECT --reject-with tcp-reset"
            })
    void a_rule_that_keeps_a_port_out_is_named(String tool, String rule)
            throws InterruptedException {
        List<Finding> found = firewall(tool, "chain input {\n\t\t" + rule + "\n}\n");
        assertThat(found).hasSize(1);
        Scenes.expect(found.getFirst(), Health.BROKEN, "firewall.blocks");
        assertThat(found.getFirst().check()).isEqualTo("firewall:smtp");
        assertThat(found.getFirst().sentence().args()).containsExactly("25", "SMTP", rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nft; tcp dport 25 accept",
                "nft; ip saddr 203.0.113.9 tcp dport 25 drop",
                "nft; tcp dport 26 drop",
                "nft; tcp sport 25 drop",
                "iptables; -A INPUT -s 203.0.113.9/32 -p tcp -m tcp --dport 25 -j DROP",
                "iptables; -A FORWARD -p tcp -m tcp --dport 25 -j DROP"
            })
    void a_rule_that_is_narrower_is_no_proof(String tool, String rule) throws InterruptedException {
        Scenes.expect(firewall(tool, rule).getFirst(), Health.FINE, "firewall.ok");
    }

    @Test
    void rules_that_are_not_ours_to_read_stay_unknown() throws InterruptedException {
        Finding found = firewall("pf", "").getFirst();
        Scenes.expect(found, Health.FINE, "firewall.unknown");
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
