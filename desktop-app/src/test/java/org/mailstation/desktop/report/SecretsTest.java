package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Account;
import org.mailstation.config.Ddns;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.Secret;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.testing.Forms;
import org.mailstation.desktop.words.Words;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/**
 * A fully configured station whose every secret is quoted by somebody at every place where a report
 * quotes others: none comes out, in any form, in any file inside of one, in any log.
 */
class SecretsTest {
    private static final Instant AT = Instant.parse("2026-05-04T06:00:00Z");

    /** Every secret that a station and its owner have. The names are for a failing test. */
    private static final Map<String, String> SECRETS =
            Map.ofEntries(
                    Map.entry("relay", "Relay-Secret-1"),
                    Map.entry("ddns", "Ddns-Token-22"),
                    Map.entry("mailbox", "Annas-Password-333"),
                    Map.entry("second mailbox", "Bens-Password-4444"),
                    Map.entry("device", "abcd-efgh-ijkl-mnop"),
                    Map.entry("NAS", "Nas-Password-55"),
                    Map.entry("sudo", "Sudo-Password-66"),
                    Map.entry("key file", "Passphrase-of-77"),
                    Map.entry("backup", "Backup-Key-888"),
                    Map.entry("certificate", "TLSKEY9999keykeykey"),
                    Map.entry("signature", "DKIMKEY0000keykeykey"),
                    Map.entry("authority", "ACMEKEY1111keykeykey"),
                    Map.entry("outside", "Outside-Password-22"));

    /** What this run of the program was told, as against what others may say. */
    private static final List<Secret> TYPED =
            List.of(new Secret("Nas-Password-55"), new Secret("Sudo-Password-66"));

    private static List<String> quotes() {
        return SECRETS.values().stream().flatMap(SecretsTest::quotes).toList();
    }

    /** As protocols, programs and people write them down. */
    private static Stream<String> quotes(String secret) {
        Stream<String> said =
                Stream.of(
                        "AUTH PLAIN " + secret,
                        "LOGIN anna " + secret,
                        "PASS " + secret,
                        "Authorization: Bearer " + secret,
                        "https://anna:" + secret + "@update.example/nic",
                        "https://update.example/?token=" + secret + "&host=x",
                        "password=" + secret,
                        "\"secret\": \"" + secret + "\"",
                        "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----");
        return TYPED.contains(new Secret(secret))
                ? Stream.concat(said, Stream.of("it is " + secret))
                : said;
    }

    private static StationConfig config() {
        return StationConfig.minimal(
                        "mail.muster.example",
                        "muster.example",
                        List.of(
                                new Account("anna@muster.example", "Anna Muster", 0, true),
                                new Account("ben@muster.example", "Benjamin", 0, true)))
                .withDdns(new Ddns("desec", "mail.muster.example", "anna-login", ""))
                .withRelay(
                        new Relay(
                                Relay.Use.ALWAYS,
                                "smtp.provider.net",
                                587,
                                Relay.Security.STARTTLS,
                                "relay-login"));
    }

    private static Finding finding(String quote) {
        return new Observation(
                        "dns.mx:muster.example",
                        Hop.DNS,
                        List.of(new Evidence(Vantage.NAS, "ask " + quote, "said " + quote, AT)))
                .fail(
                        Severity.CRITICAL,
                        Text.of("ddns.refused.bad-auth", "desec", quote),
                        new Remedy.RunOnNas(
                                Text.of("relay.setting.remedy", quote), "run " + quote));
    }

    private static Gathered gathered() {
        FakeStation station = new FakeStation();
        station.setConfig(config());
        String all = String.join("\n", quotes());
        station.findings = quotes().stream().map(SecretsTest::finding).toList();
        List<String> log = new ArrayList<>();
        for (String quote : quotes()) {
            log.addAll(("2026-05-04T06:00:00Z WARN  o.m.d.Relay " + quote).lines().toList());
        }
        return new Gathered(
                "1.2.3",
                "kellerkind",
                AT,
                CheckReport.of(AT, AT, List.of(new View(Vantage.NAS, station.findings))),
                new StationIdentity(
                        1, StationToml.write(config()), "9f".repeat(32), "192.168.1.5", null, ""),
                new Gathered.Told(
                        station.status(),
                        new ComparedRecords(
                                List.of(
                                        Matching.compare(
                                                Wanted.mx("muster.example", "mail.muster.example"),
                                                quotes())),
                                List.of(Text.of("ddns.refused.bad-auth", "desec", all))),
                        new DdnsStatus("desec", all, all, all, AT, AT, null, List.of(), List.of()),
                        new Forwards(
                                AT,
                                null,
                                List.of(
                                        new Forward(
                                                Service.SMTP,
                                                25,
                                                25,
                                                new ForwardState.NoAnswer(all))),
                                List.of()),
                        new WaitingLetters(
                                quotes().stream().map(SecretsTest::waiting).toList(), 99, true),
                        quotes().stream().flatMap(SecretsTest::letters).toList(),
                        log),
                new Snapshot(
                        "kellerkind",
                        AT,
                        "1.2.2",
                        "0.0.9",
                        StationToml.write(config().withRelay(Relay.NONE)),
                        "198.51.100.9",
                        "192.168.1.5",
                        all,
                        List.of(new Snapshot.Published("muster.example", "MX", quotes())),
                        List.of(),
                        null),
                log,
                List.of(
                        new Gathered.Unasked(
                                Gathered.Part.LOG, Text.of("trace.step.returned", all))));
    }

    private static WaitingLetter waiting(String quote) {
        return new WaitingLetter(
                "n2",
                "<y@muster.example>",
                "ben@muster.example",
                List.of("eve@friends.example"),
                "Our holidays",
                AT,
                AT,
                1,
                "451 4.7.1 anna-login of mx.muster.example greylisted: " + quote,
                "mx.friends.example");
    }

    /** One with each thing that may become of a letter. */
    private static Stream<Trace> letters(String quote) {
        return Stream.of(TraceStep.Kind.values()).map(kind -> letter(kind, quote));
    }

    private static Trace letter(TraceStep.Kind kind, String quote) {
        return new Trace(
                "n1",
                AT,
                "<x@muster.example>",
                "anna@muster.example",
                List.of("bob@friends.example"),
                "Our holidays",
                "home",
                1000,
                "",
                List.of(
                        new TraceStep(
                                AT,
                                kind,
                                "bob@friends.example",
                                "mx.friends.example",
                                "535 kellerkind: " + quote)));
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "de, false", "de, true"})
    void no_secret_comes_out_in_any_form_attachment_or_log(String language, boolean forum)
            throws IOException {
        Words words = new Words(Locale.of(language), ZoneOffset.UTC);
        Paper paper = PaperMaker.make(gathered(), "chief", TYPED, forum, words);
        for (ReportFile form : ReportFile.values()) {
            String name = "report" + form.ending();
            // narrow columns break what is long
            String text =
                    Forms.text(name, form.bytes(paper, words, Sheet.A4)).replaceAll("\\s+", "");
            SECRETS.forEach(
                    (whose, secret) ->
                            assertThat(text).as(whose + " " + name).doesNotContain(secret));
            assertThat(text).as("it was quoted at all").contains("AUTHPLAIN");
            assertThat(text).doesNotContain("Ourholidays");
            if (forum) {
                assertThat(text)
                        .doesNotContainIgnoringCase(
                                "muster", "anna-login", "relay-login", "kellerkind")
                        .doesNotContain("provider.net", "Benjamin", "chief", "192.168.1.5")
                        .doesNotContain("friends.example", "eve@", "bob@", "ben@");
            }
        }
    }

    @Test
    void without_taking_anything_out_the_secrets_would_be_there() {
        assertThat(String.join("\n", gathered().ownLog())).contains(SECRETS.values());
    }
}
