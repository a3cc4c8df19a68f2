package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Secret;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.report.Paper;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.Unzipped;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** {@code report} over real SSH; what is seen is the test's. */
class ReportCommandTest {
    private static final StationConfig CONFIG =
            StationConfig.minimal(
                    "mail.muster.example",
                    "muster.example",
                    List.of(new Account("anna@muster.example", "Anna Muster", 0, true)));
    private static final List<String> SECRETS =
            List.of("Relay-Secret-1", "Ddns-Token-22", "Annas-Password-333", TestNas.PASSWORD);

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
        bench.running();
        bench.station.setConfig(CONFIG);
        try (Station station = bench.station.talk()) {
            station.putSecret("relay", new Secret(SECRETS.get(0)));
            station.putSecret("ddns", new Secret(SECRETS.get(1)));
            station.setPassword("anna@muster.example", new Secret(SECRETS.get(2)));
        }
        bench.station.findings = List.of(FakeStation.fail("imaps", 993));
        bench.station.records =
                new ComparedRecords(
                        List.of(
                                Matching.compare(
                                        Wanted.mx("muster.example", "mail.muster.example"),
                                        List.of("5 old.muster.example."))),
                        List.of());
        bench.station.desk.letters.add(refused());
        bench.eye.findings = List.of(home());
        bench.station.log =
                List.of(
                        "2026-05-04T06:00:00.000+00:00 WARN  o.m.d.Relay: Anna Muster at 198.51.100.7 was refused: AUTH PLAIN "
                                + SECRETS.get(0));
        Files.createDirectories(bench.ownLog().folder());
        Files.writeString(
                bench.ownLog().folder().resolve("mail-station.log"),
                "2026-05-04T06:00:00.000+00:00 INFO  o.m.d.v.Assistant: password="
                        + SECRETS.get(3));
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private static Trace refused() {
        return new Trace(
                "n1",
                Instant.EPOCH,
                "<x@muster.example>",
                "anna@muster.example",
                List.of("bob@friends.example"),
                "Our holidays",
                "home",
                1000,
                "",
                List.of(
                        new TraceStep(
                                Instant.EPOCH,
                                TraceStep.Kind.RETURNED,
                                "bob@friends.example",
                                "mx.friends.example",
                                "550 5.7.25 no PTR for 198.51.100.7")));
    }

    /** Other programs may say anything. */
    private static Finding home() {
        return new Observation(
                        "home:imaps",
                        Hop.NAS,
                        List.of(
                                new Evidence(
                                        Vantage.PC,
                                        "knock at 198.51.100.7:993",
                                        "refused <b>LOGIN anna " + SECRETS.get(2),
                                        Instant.EPOCH),
                                new Evidence(
                                        Vantage.PC,
                                        "GET https://update.example/?token=" + SECRETS.get(1),
                                        "AUTH PLAIN " + SECRETS.get(0),
                                        Instant.EPOCH)))
                .fail(Severity.CRITICAL, Text.of("home.refused", "imaps", "993"), null);
    }

    private String report(String name, String... more) throws Exception {
        return reportIn("en", name, more);
    }

    private String reportIn(String language, String name, String... more) throws Exception {
        Path file = folder.resolve("reports").resolve(name);
        String[] args = new String[more.length + 3];
        args[0] = "report";
        args[1] = "--out=" + file;
        args[2] = "--language=" + language;
        System.arraycopy(more, 0, args, 3, more.length);
        Keyboard.Ended ended = bench.signedIn("", args);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains(file.toString());
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        return said(name, Files.readAllBytes(file));
    }

    /** What one can read in a file, and in those inside of it. */
    private static String said(String name, byte[] bytes) throws Exception {
        if (name.endsWith(".zip")) {
            StringBuilder all = new StringBuilder();
            for (Map.Entry<String, byte[]> one : Unzipped.of(bytes).entrySet()) {
                all.append(one.getKey()).append('\n').append(said(one.getKey(), one.getValue()));
            }
            return all.toString();
        }
        return name.endsWith(".pdf") ? text(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void a_page_names_the_culprit_first_and_shows_the_rest() throws Exception {
        String page = report("r.html");
        assertThat(page)
                .contains(words("selfcheck.not-listening", "imaps", "993"), "sudo ss -ltnp")
                .contains("<svg", "10 mail.muster.example.", "5 old.muster.example.")
                .contains("550 5.7.25 no PTR", "198.51.100.7:993", "&lt;b&gt;")
                .contains("the Internet address of your line has no name that leads back to it")
                .contains("Ask your Internet provider for such a name")
                .doesNotContain("<script", "<link", "src=", "Our holidays");
        assertThat(page.indexOf("class=\"sentence")).isLessThan(page.indexOf("<svg"));
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void paper_says_the_same() throws Exception {
        assertThat(report("r.pdf"))
                .contains(
                        words("selfcheck.not-listening", "imaps", "993"),
                        "198.51.100.7:993",
                        "550 5.7.25 no PTR");
    }

    @Test
    void programs_read_the_same() throws Exception {
        Paper paper = ControlJson.read(report("r.json"), Paper.class);
        assertThat(paper.causes()).hasSize(1);
        assertThat(paper.causes().getFirst().root().check()).isEqualTo("listener.imaps");
        assertThat(paper.doors()).isNotEmpty();
        assertThat(paper.unasked()).isEmpty();
    }

    @Test
    void no_secret_comes_out_in_any_form() throws Exception {
        for (String form : List.of("r.html", "r.pdf", "r.json", "r.zip")) {
            assertThat(report(form)).doesNotContain(SECRETS);
            assertThat(report("forum-" + form, "--forum")).doesNotContain(SECRETS);
        }
    }

    @Test
    void one_file_holds_every_form_the_map_as_pictures_and_both_logs() throws Exception {
        Path file = folder.resolve("reports").resolve("r.zip");
        report("r.zip");
        Map<String, byte[]> files = Unzipped.of(Files.readAllBytes(file));
        assertThat(files)
                .containsOnlyKeys(
                        "README.txt",
                        "report.html",
                        "report.pdf",
                        "report.json",
                        "map.svg",
                        "map.png",
                        "logs/station.log",
                        "logs/assistant.log");
        assertThat(said("README.txt", Objects.requireNonNull(files.get("README.txt"))))
                .contains(words("selfcheck.not-listening", "imaps", "993"));
        assertThat(said("x", Objects.requireNonNull(files.get("logs/station.log"))))
                .contains("o.m.d.Relay", "[…]");
        BufferedImage map =
                ImageIO.read(
                        new ByteArrayInputStream(Objects.requireNonNull(files.get("map.png"))));
        assertThat(map.getWidth()).isGreaterThan(1000);
    }

    @Test
    void strangers_do_not_learn_who_it_is() throws Exception {
        Finding named =
                new Observation("dns.mx:muster.example", Hop.DNS, List.of())
                        .fail(Severity.CRITICAL, Text.of("home.refused", "imaps", "993"), null);
        bench.eye.findings = List.of(home(), named);
        for (String form : List.of("r.html", "r.pdf", "r.json", "r.zip")) {
            String text = report(form, "--forum");
            assertThat(text)
                    .doesNotContainIgnoringCase("muster", "anna@", "Anna ", "bob@", "friends.ex")
                    .doesNotContain("198.51.100.7", "9f9f9f9f")
                    .contains("address1");
            // a narrow column breaks what is long
            assertThat(text.replaceAll("\\s+", "")).contains("person1@host1.example");
        }
    }

    @Test
    void a_dead_nas_is_the_culprit_and_what_could_not_be_asked_is_told() throws Exception {
        report("before.html");
        bench.nas.close();
        Paper paper = ControlJson.read(report("r.json"), Paper.class);
        assertThat(paper.causes().getFirst().root().check()).isEqualTo("nas");
        assertThat(paper.unasked())
                .extracting(Paper.Fact::value)
                .hasSize(7)
                .containsOnly(words("report.nas-silent"));
        assertThat(paper.records()).isEmpty();
        assertThat(report("forum.html", "--forum")).doesNotContainIgnoringCase("muster");
    }

    @Test
    void german_readers_read_german() throws Exception {
        String page = reportIn("de", "r.html");
        assertThat(page).contains("lang=\"de\"", "Was zu tun ist", "Einträge im DNS");
    }

    @Test
    void another_ending_is_refused_before_anything_is_asked() {
        Keyboard.Ended ended = bench.signedIn("", "report", "--out=" + folder.resolve("r.doc"));
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(bench.eye.seen).isNull();
    }
}
