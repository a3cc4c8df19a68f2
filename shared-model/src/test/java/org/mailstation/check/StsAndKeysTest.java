package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.NOT_APPLICABLE;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Configs;
import org.mailstation.config.Tls;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

/** What others enforce once it is published: MTA-STS, DANE and CAA. */
class StsAndKeysTest {
    private static final URI PAGE =
            URI.create("https://mta-sts.example.org/.well-known/mta-sts.txt");

    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World().healthy();
        trusted(Tls.Source.FILES);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void trusted(Tls.Source source) {
        world.config = Configs.with(world.config, "tls", new Tls(source, "", ""));
    }

    private void sts(String record, String policy) {
        world.publishes("_mta-sts.example.org", "TXT", '"' + record + '"')
                .publishes("mta-sts.example.org", "A", "192.0.2.80");
        world.pages.put(PAGE, new Web.Answer.Reply(200, policy));
    }

    private static String policy(String mode, String mx) {
        return "version: STSv1\r\nmode: " + mode + "\r\nmx: " + mx + "\r\nmax_age: 604800\r\n";
    }

    @Test
    void a_domain_without_rules_is_fine() throws InterruptedException {
        world.judged(new MtaStsCheck(), NOT_APPLICABLE, Severity.INFORMATION, "dns.mta-sts.none");
    }

    @ParameterizedTest
    @CsvSource({
        "enforce, mail.example.org,  PASS, INFORMATION, dns.mta-sts.ok",
        "enforce, *.example.org,     PASS, INFORMATION, dns.mta-sts.ok",
        "enforce, mx.example.net,    FAIL, CRITICAL,    dns.mta-sts.mismatch",
        "enforce, *.mail.example.org, FAIL, CRITICAL,   dns.mta-sts.mismatch",
        "testing, mx.example.net,    WARN, INFORMATION, dns.mta-sts.mismatch",
        "none,    mx.example.net,    PASS, INFORMATION, dns.mta-sts.off",
        "forced,  mail.example.org,  FAIL, WARNING,     dns.mta-sts.policy",
    })
    void rules_that_are_enforced_must_name_the_station(
            String mode, String mx, Verdict verdict, Severity severity, String sentence)
            throws InterruptedException {
        sts("v=STSv1; id=1", policy(mode, mx));
        world.judged(new MtaStsCheck(), verdict, severity, sentence);
    }

    @Test
    void rules_that_are_enforced_demand_a_certificate_that_others_trust()
            throws InterruptedException {
        trusted(Tls.Source.SELF_SIGNED);
        sts("v=STSv1; id=1", policy("enforce", "mail.example.org"));
        world.judged(new MtaStsCheck(), FAIL, Severity.CRITICAL, "dns.mta-sts.untrusted");
    }

    @Test
    void rules_for_less_than_a_day_protect_little() throws InterruptedException {
        sts("v=STSv1; id=1", "version: STSv1\nmode: testing\nmx: mail.example.org\nmax_age: 60");
        world.judged(new MtaStsCheck(), WARN, Severity.INFORMATION, "dns.mta-sts.short");
    }

    @Test
    void a_record_with_a_mistake_comes_with_the_right_one() throws InterruptedException {
        sts("v=STSv1; id=2026-01-01", policy("testing", "mail.example.org"));
        Finding found =
                world.judged(new MtaStsCheck(), FAIL, Severity.WARNING, "dns.mta-sts.malformed");
        assertThat(found.remedy()).isInstanceOf(Remedy.DnsRecord.class);
    }

    @Test
    void a_page_that_is_not_there_is_a_fault_but_on_the_own_line_it_may_only_be_hidden()
            throws InterruptedException {
        sts("v=STSv1; id=1", "");
        world.pages.clear();
        world.judged(new MtaStsCheck(), FAIL, Severity.WARNING, "dns.mta-sts.missing");
        World.all(world).forEach(server -> server.forgets("mta-sts.example.org"));
        world.publishes("mta-sts.example.org", "A", World.HOME);
        world.judged(new MtaStsCheck(), UNKNOWN, Severity.INFORMATION, "dns.mta-sts.unknown");
    }

    private void tlsa(String value) {
        world.publishes("_25._tcp.mail.example.org", "TLSA", value);
    }

    @Test
    void a_key_that_is_not_published_is_fine() throws InterruptedException {
        world.judged(new TlsaCheck(), NOT_APPLICABLE, Severity.INFORMATION, "dns.tlsa.none");
    }

    @Test
    void the_published_key_must_be_the_one_that_is_shown() throws InterruptedException {
        tlsa("3 1 1 " + "00".repeat(32));
        world.judged(new TlsaCheck(), WARN, Severity.INFORMATION, "dns.tlsa.ignored");
        world.resolver.provesAnswers();
        Finding found = world.judged(new TlsaCheck(), FAIL, Severity.CRITICAL, "dns.tlsa.stale");
        assertThat(found.remedy())
                .isInstanceOfSatisfying(
                        Remedy.DnsRecord.class,
                        record -> assertThat(record.value()).isEqualTo("3 1 1 " + World.KEY));
        tlsa("3 1 1 " + World.KEY.toUpperCase(java.util.Locale.ROOT));
        world.judged(new TlsaCheck(), PASS, Severity.INFORMATION, "dns.tlsa.ok");
    }

    @Test
    void a_right_key_without_proof_protects_nobody() throws InterruptedException {
        tlsa("3 1 1 " + World.KEY);
        world.judged(new TlsaCheck(), WARN, Severity.INFORMATION, "dns.tlsa.unsigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 1 1 ", "3 0 1 ", "3 1 2 "})
    void what_cannot_be_compared_is_neither_right_nor_wrong(String kind)
            throws InterruptedException {
        tlsa(kind + "ab".repeat(32));
        world.judged(new TlsaCheck(), UNKNOWN, Severity.INFORMATION, "dns.tlsa.unknown");
    }

    @Test
    void whoever_fetches_no_certificates_needs_no_permission() throws InterruptedException {
        world.judged(new CaaCheck(), NOT_APPLICABLE, Severity.INFORMATION, "dns.caa.none-needed");
    }

    @Test
    void the_nearest_name_upwards_says_who_may_make_certificates() throws InterruptedException {
        trusted(Tls.Source.ACME);
        world.judged(new CaaCheck(), PASS, Severity.INFORMATION, "dns.caa.ok");
        world.publishes("example.org", "CAA", "0 issue \"other.example\"");
        Finding found = world.judged(new CaaCheck(), FAIL, Severity.ERROR, "dns.caa.forbidden");
        assertThat(found.remedy())
                .isInstanceOfSatisfying(
                        Remedy.DnsRecord.class,
                        record -> assertThat(record.name()).isEqualTo("example.org."));
        world.publishes("mail.example.org", "CAA", "0 issue \"letsencrypt.org; x=1\"");
        world.judged(new CaaCheck(), PASS, Severity.INFORMATION, "dns.caa.ok");
    }

    @Test
    void a_record_about_something_else_forbids_nothing() throws InterruptedException {
        trusted(Tls.Source.ACME);
        world.publishes("example.org", "CAA", "0 iodef \"mailto:a@example.org\"");
        world.judged(new CaaCheck(), PASS, Severity.INFORMATION, "dns.caa.ok");
    }

    @Test
    void permissions_that_nobody_tells_are_not_taken_for_granted() throws InterruptedException {
        trusted(Tls.Source.ACME);
        World.all(world).forEach(server -> server.failsFor("mail.example.org", "CAA"));
        world.judged(new CaaCheck(), UNKNOWN, Severity.ERROR, "dns.untold");
    }
}
