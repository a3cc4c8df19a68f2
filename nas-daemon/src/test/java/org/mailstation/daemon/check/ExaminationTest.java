package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.Check;
import org.mailstation.check.Landmarks;
import org.mailstation.check.NamedCheck;
import org.mailstation.check.Scene;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.AskChecks;
import org.mailstation.control.Checked;
import org.mailstation.control.StationIdentity;
import org.mailstation.daemon.state.TinyConfigs;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Vantage;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

@Timeout(60)
class ExaminationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final AskChecks EVERYTHING = new AskChecks(List.of());

    /** What a check does when it is asked. */
    private interface Doing {
        void now() throws InterruptedException;
    }

    private static Check check(String name, Doing doing) {
        return new NamedCheck(name, Hop.DNS, Vantage.NAS) {
            @Override
            public List<Finding> look(Scene scene) throws InterruptedException {
                doing.now();
                return List.of(pass(name));
            }
        };
    }

    private static Finding pass(String name) {
        return new Observation(name, Hop.DNS, List.of()).pass(Text.of("dns.here.ok"));
    }

    @TempDir Path folder;
    private String toml = StationToml.write(TinyConfigs.named("mail.example.org"));
    private int revision = 1;
    private final Scenes nas = new Scenes();
    private Landmarks asked = Landmarks.INTERNET;

    private Path file() {
        return folder.resolve("landmarks.properties");
    }

    private Examination of(Check... checks) {
        return new Examination(
                List.of(checks),
                () -> new StationIdentity(revision, toml, "5a", "192.168.1.5", null, ""),
                () -> List.of(pass("queue"), pass("listener.smtp")),
                (_, _, landmarks) -> {
                    asked = landmarks;
                    return nas.scene();
                },
                (_, request) -> List.of(pass("letter:" + request.to())),
                file(),
                CLOCK);
    }

    private static List<String> names(Checked checked) {
        return checked.findings().stream().map(Finding::check).toList();
    }

    @Test
    void what_the_daemon_knows_of_itself_and_what_the_checks_see_is_one_answer() throws Exception {
        Checked checked = of(check("a", () -> {})).run(EVERYTHING, _ -> {});
        assertThat(names(checked)).containsExactly("queue", "listener.smtp", "a");
        assertThat(checked.identity().toml()).isEqualTo(toml);
    }

    @Test
    void only_what_is_wanted_is_looked_at() throws Exception {
        AtomicBoolean other = new AtomicBoolean();
        Examination examination = of(check("a", () -> {}), check("b", () -> other.set(true)));
        Checked checked = examination.run(new AskChecks(List.of("a", "listener")), _ -> {});
        assertThat(names(checked)).containsExactly("listener.smtp", "a");
        assertThat(other).isFalse();
    }

    @Test
    void without_a_configuration_the_daemon_tells_of_itself_only() throws Exception {
        toml = "";
        assertThat(names(of(check("a", () -> {})).run(EVERYTHING, _ -> {})))
                .containsExactly("queue", "listener.smtp");
    }

    @Test
    void the_line_can_be_looked_at_before_the_first_configuration_if_it_is_asked_for()
            throws Exception {
        toml = "";
        revision = 0;
        Examination examination = of(check("line", () -> {}), check("dns.mx", () -> {}));
        AskChecks line = new AskChecks(List.of("line", "outbound", "dns.mx"));
        assertThat(names(examination.run(line, _ -> {}))).containsExactly("line");
        assertThat(names(examination.run(EVERYTHING, _ -> {}))).doesNotContain("line");
        revision = 7;
        assertThat(names(examination.run(line, _ -> {}))).isEmpty();
    }

    @Test
    void the_wanted_records_are_those_of_the_running_configuration() throws Exception {
        nas.addresses.put("example.org MX", List.of("10 mail.example.org."));
        ComparedRecords records = of().records();
        assertThat(records.list())
                .extracting(one -> one.wanted().type() + " " + one.state())
                .contains("MX MATCHES", "A MISSING");
    }

    @Test
    void without_a_configuration_no_records_are_wanted_and_it_says_why() throws Exception {
        toml = "";
        assertThat(of().records())
                .isEqualTo(
                        new ComparedRecords(
                                List.of(), List.of(Text.of("records.no-configuration"))));
    }

    @Test
    void other_places_are_asked_if_a_file_says_so() throws Exception {
        Files.writeString(file(), "resolvers = 192.0.2.53\n");
        Examination examination = of();
        examination.run(EVERYTHING, _ -> {});
        assertThat(asked.resolvers()).containsExactly("192.0.2.53");
        assertThat(examination.identity().landmarks()).contains("192.0.2.53");
    }

    @Test
    void a_faulty_file_is_told_and_the_usual_places_are_asked() throws Exception {
        Files.writeString(file(), "resolvers = my router\n");
        Checked checked = of().run(EVERYTHING, _ -> {});
        assertThat(names(checked)).contains("landmarks");
        assertThat(asked).isEqualTo(Landmarks.INTERNET);
        assertThat(checked.identity().landmarks()).isEmpty();
    }

    @Test
    void who_comes_second_waits_and_may_give_up() throws IOException, InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Examination examination =
                of(
                        check(
                                "slow",
                                () -> {
                                    looking.countDown();
                                    go.await();
                                }));
        Thread first = Thread.ofVirtual().start(() -> quietly(examination));
        looking.await();
        CountDownLatch gaveUp = new CountDownLatch(1);
        Thread second =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    if (!quietly(examination)) {
                                        gaveUp.countDown();
                                    }
                                });
        second.interrupt();
        gaveUp.await();
        go.countDown();
        first.join();
    }

    private static boolean quietly(Examination examination) {
        try {
            examination.run(EVERYTHING, _ -> {});
            return true;
        } catch (InterruptedException givenUp) {
            return false;
        }
    }
}
