package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.SetPassword;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.testing.ServedStation;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** {@code status}, {@code certificate} and {@code passwd} over real SSH. */
class StationCommandsTest {
    private static final String ANNA = "anna@example.org";

    private static final StationConfig CONFIG =
            StationConfig.minimal(
                    "mail.example.org", "example.org", List.of(new Account(ANNA, "Anna", 0, true)));

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void a_fine_station_is_said_to_be_fine() throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        Keyboard.Ended ended = bench.signedIn("", "status");
        assertThat(ended.out()).contains(words("ctl.status.fine"), "mail.example.org");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void a_station_that_is_not_fine_says_why_and_scripts_see_it() throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        bench.station.findings = List.of(FakeStation.fail("IMAPS", 993));
        Keyboard.Ended ended = bench.signedIn("", "status");
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        assertThat(ended.out()).contains(words("selfcheck.not-listening", "IMAPS", "993"));
    }

    @Test
    void json_tells_everything_and_nothing_else() throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        Keyboard.Ended ended = bench.signedIn("", "status", "--json");
        JsonObject json = JsonParser.parseString(ended.out()).getAsJsonObject();
        assertThat(json.get("hostName").getAsString()).isEqualTo("mail.example.org");
        assertThat(json.getAsJsonArray("listeners").size()).isPositive();
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_nas_without_the_service_says_so() {
        Keyboard.Ended ended = bench.signedIn("", "status");
        assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ended.err()).contains(words("station.not-installed", "127.0.0.1"));
    }

    @Test
    void a_service_that_does_not_run_is_told_with_its_own_words() throws Exception {
        bench.daemon().answering("echo 'no socket at /x' >&2; exit 3\n");
        Keyboard.Ended ended = bench.signedIn("", "status");
        assertThat(ended.code()).isEqualTo(Exit.NO_ANSWER.code());
        assertThat(ended.err()).contains("no socket at /x");
    }

    @Test
    void before_connect_every_command_says_how_to_begin() throws Exception {
        Files.delete(folder.resolve("settings/station.properties"));
        for (String command : List.of("status", "install", "certificate")) {
            Keyboard.Ended ended = bench.signedIn("", command);
            assertThat(ended.code()).as(command).isEqualTo(Exit.NOT_FOUND.code());
            assertThat(ended.err()).as(command).contains(words("cli.not-connected"));
        }
        assertThat(bench.signedIn("x\n", "passwd", ANNA).code()).isEqualTo(Exit.NOT_FOUND.code());
    }

    @Test
    void damaged_settings_are_told_and_not_overwritten() throws Exception {
        Path settings = Files.writeString(folder.resolve("settings/station.properties"), "host=");
        Keyboard.Ended ended = bench.signedIn("", "status");
        assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ended.err()).contains(settings.toString());
        assertThat(settings).hasContent("host=");
    }

    @Test
    void the_certificate_is_printed_as_it_is() throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
        certificate(
                new CertificateStatus(
                        "CN=mail.example.org",
                        "00",
                        FakeStation.STARTED,
                        FakeStation.STARTED,
                        true,
                        pem));
        Keyboard.Ended ended = bench.signedIn("", "certificate");
        assertThat(ended.out()).isEqualTo(pem);
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_station_without_certificate_says_so() throws Exception {
        bench.running();
        Keyboard.Ended ended = bench.signedIn("", "certificate");
        assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ended.err()).contains(words("cli.certificate.none"));
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void a_script_sets_a_password_by_its_second_line() throws Exception {
        bench.running();
        Keyboard.Ended ended = bench.signedIn("neues Wört\r\n", "passwd", ANNA);
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(words("ctl.password.set", ANNA));
        assertThat(bench.station.passwords).containsEntry(ANNA, "neues Wört");
        assertThat(String.join("\n", bench.nas.lines()) + ended.out() + ended.err())
                .doesNotContain("Wört", "battery");
    }

    @Test
    void a_script_without_the_second_line_is_told_so() throws Exception {
        bench.running();
        Keyboard.Ended ended = bench.signedIn("", "passwd", ANNA);
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.err()).contains(words("cli.password.second-missing"));
        assertThat(bench.station.passwords).isEmpty();
    }

    @Test
    void a_person_types_the_new_password_twice() throws Exception {
        bench.running();
        Keyboard person = Keyboard.person("", TestNas.PASSWORD, "secret 1", "secret 1");
        assertThat(person.run(bench.parts(), "passwd", ANNA).code()).isZero();
        assertThat(bench.station.passwords).containsEntry(ANNA, "secret 1");
        assertThat(person.asked)
                .endsWith(words("ctl.password.ask", ANNA), words("ctl.password.again"));
    }

    @Test
    void two_different_ones_change_nothing() throws Exception {
        bench.running();
        Keyboard person = Keyboard.person("", TestNas.PASSWORD, "secret 1", "secret 2");
        Keyboard.Ended ended = person.run(bench.parts(), "passwd", ANNA);
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
        assertThat(ended.err()).contains(words("ctl.password.differ"));
        assertThat(bench.station.passwords).isEmpty();
    }

    @Test
    void who_gives_up_while_typing_changes_nothing() throws Exception {
        bench.running();
        Keyboard person = Keyboard.person("", TestNas.PASSWORD, "secret 1");
        assertThat(person.run(bench.parts(), "passwd", ANNA).code())
                .isEqualTo(Exit.DECLINED.code());
        assertThat(bench.station.passwords).isEmpty();
    }

    @Test
    void a_password_that_the_station_refuses_is_told_with_its_reason() throws Exception {
        bench.running();
        bench.station.passwordRefusal = Text.of("password.too-short", 8);
        Keyboard.Ended ended = bench.signedIn("x\n", "passwd", ANNA);
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
        assertThat(ended.err()).contains(words("password.too-short", "8"));
    }

    @Test
    void a_mailbox_that_is_not_there_is_named() throws Exception {
        Station inside = bench.station.talk();
        bench.running(
                listener ->
                        new ServedStation(inside, listener) {
                            @Override
                            public CompletableFuture<PasswordOutcome> setPassword(
                                    SetPassword request) {
                                return CompletableFuture.completedFuture(
                                        new PasswordOutcome.NoSuchAccount(request.address()));
                            }
                        });
        Keyboard.Ended ended = bench.signedIn("secret\n", "passwd", ANNA);
        assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ended.err()).contains(words("cli.account.none", ANNA));
    }

    private void certificate(CertificateStatus certificate) throws Exception {
        Station inside = bench.station.talk();
        bench.running(
                listener ->
                        new ServedStation(inside, listener) {
                            @Override
                            public CompletableFuture<StationStatus> status() {
                                StationStatus now = bench.station.status();
                                return CompletableFuture.completedFuture(
                                        new StationStatus(
                                                now.version(),
                                                now.startedAt(),
                                                now.revision(),
                                                now.hostName(),
                                                now.listeners(),
                                                certificate,
                                                now.signing(),
                                                now.queue(),
                                                now.accounts(),
                                                now.process(),
                                                now.probation(),
                                                now.findings()));
                            }
                        });
    }
}
