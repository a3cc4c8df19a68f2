package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.words.Exit;

class ConnectCommandTest {
    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void with_the_right_fingerprint_a_script_connects_and_is_told_what_comes_next()
            throws Exception {
        Keyboard.Ended ended = connect("--accept-host-key=" + bench.fingerprint());
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains(
                        words("cli.connected", "127.0.0.1", bench.fingerprint()),
                        words("cli.nas.not-installed"))
                .doesNotContain(TestNas.PASSWORD);
        assertThat(bench.profile()).contains(new StationProfile(bench.nas.target(), ""));
        assertThat(Files.readString(folder.resolve("settings/station.properties")))
                .doesNotContain("battery");
    }

    @Test
    void what_stands_in_the_way_is_told_before_anything_is_installed() throws Exception {
        Path enabled = bench.box().resolve("var/packages/MailServer/enabled");
        Files.createDirectories(enabled.getParent());
        Files.createFile(enabled);
        assertThat(connect("--accept-host-key=" + bench.fingerprint()).out())
                .contains(
                        "(x) " + words("before.rival.asleep", "Synology Mail Server"),
                        "sudo synopkg stop MailServer");
    }

    @Test
    void a_daemon_that_is_there_already_is_named_with_its_version() throws Exception {
        bench.daemon().answering("exit 3\n");
        assertThat(connect("--accept-host-key=" + bench.fingerprint()).out())
                .contains(words("cli.nas.installed", "0.1.0"));
    }

    @Test
    void without_a_terminal_and_a_fingerprint_nothing_is_trusted() throws Exception {
        Keyboard.Ended ended = connect();
        assertThat(ended.code()).isEqualTo(Exit.DECLINED.code());
        assertThat(ended.out()).contains("--accept-host-key " + bench.fingerprint());
        assertThat(bench.knownHosts()).doesNotExist();
        assertThat(bench.profile()).isEmpty();
    }

    @Test
    void another_fingerprint_than_the_expected_is_not_trusted() throws Exception {
        assertThat(connect("--accept-host-key=SHA256:somethingelse").code())
                .isEqualTo(Exit.DECLINED.code());
        assertThat(bench.knownHosts()).doesNotExist();
    }

    @Test
    void a_person_sees_the_fingerprint_says_yes_and_types_the_password() throws Exception {
        Keyboard person = Keyboard.person("yes\n", TestNas.PASSWORD);
        Keyboard.Ended ended = person.run(bench.parts(), arguments());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(bench.fingerprint(), words("cli.host-key.ask"));
        assertThat(person.asked)
                .containsExactly(words("cli.password.ask", TestNas.USER, "127.0.0.1"));
        assertThat(bench.knownHosts()).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "\n", "", "maybe\n"})
    void whatever_is_no_yes_is_a_no(String answer) throws Exception {
        Keyboard person = Keyboard.person(answer, TestNas.PASSWORD);
        assertThat(person.run(bench.parts(), arguments()).code()).isEqualTo(Exit.DECLINED.code());
        assertThat(bench.knownHosts()).doesNotExist();
        assertThat(bench.profile()).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_and_not_remembered() throws Exception {
        Keyboard.Ended ended =
                bench.script(
                        "wrong\n",
                        with("--password-stdin", "--accept-host-key=" + bench.fingerprint()));
        assertThat(ended.code()).isEqualTo(Exit.SIGN_IN.code());
        assertThat(ended.err())
                .isEqualToIgnoringNewLines(words("ssh.wrong-password", TestNas.USER, "127.0.0.1"));
        assertThat(bench.profile()).isEmpty();
    }

    @Test
    void another_host_key_than_before_stops_everything() throws Exception {
        bench.connected();
        try (TestNas impostor = bench.nas("impostor")) {
            String pins = Files.readString(bench.knownHosts());
            Files.writeString(
                    bench.knownHosts(),
                    pins.replace("]:" + bench.nas.port(), "]:" + impostor.port()));
            Keyboard.Ended ended =
                    bench.script(
                            TestNas.PASSWORD + "\n",
                            "connect",
                            "--host=127.0.0.1",
                            "--port=" + impostor.port(),
                            "--user=" + TestNas.USER,
                            "--password-stdin");
            assertThat(ended.code()).isEqualTo(Exit.HOST_KEY_CHANGED.code());
            assertThat(ended.err()).contains(bench.knownHosts().toString());
            assertThat(impostor.lines()).isEmpty();
        }
        assertThat(bench.profile()).contains(new StationProfile(bench.nas.target(), ""));
    }

    @Test
    void a_nas_that_does_not_answer_is_told() throws Exception {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int nobody = silent.getLocalPort();
            Keyboard.Ended ended =
                    bench.script(
                            "x\n",
                            "connect",
                            "--host=127.0.0.1",
                            "--port=" + nobody,
                            "--user=admin",
                            "--password-stdin");
            assertThat(ended.code()).isEqualTo(Exit.NO_ANSWER.code());
            assertThat(ended.err()).contains("127.0.0.1", Integer.toString(nobody));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=0", "--port=65536", "--port=many", "--host=", "--host=a b"})
    void what_is_no_address_is_refused_before_anything_is_asked(String wrong) {
        Keyboard person = Keyboard.person("", TestNas.PASSWORD);
        Keyboard.Ended ended =
                person.run(bench.parts(), "connect", "--host=nas", "--user=admin", wrong);
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.err()).isNotBlank();
        assertThat(person.asked).isEmpty();
    }

    @Test
    void host_and_user_must_be_given() {
        assertThat(bench.script("", "connect", "--user=admin").err()).contains("--host");
        assertThat(bench.script("", "connect", "--host=nas").err()).contains("--user");
        assertThat(bench.script("", "connect").code()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void a_script_without_the_promised_password_is_told_so() {
        Keyboard.Ended ended = bench.script("", with("--password-stdin"));
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.err()).contains(words("cli.password.missing"));
    }

    @Test
    void without_terminal_and_password_the_way_out_is_named() {
        Keyboard.Ended ended = bench.script("", arguments());
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.err()).contains(words("cli.password.no-terminal"));
    }

    @Test
    void a_key_file_that_is_not_there_is_told() throws Exception {
        bench.nas.publicKeyOnly(null);
        Keyboard.Ended ended =
                bench.script(
                        "",
                        with(
                                "--key=" + folder.resolve("no-key"),
                                "--accept-host-key=" + bench.fingerprint()));
        assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ended.err()).contains("no-key");
    }

    @Test
    void settings_that_cannot_be_written_are_told() throws Exception {
        Files.writeString(folder.resolve("settings"), "in the way");
        Keyboard.Ended ended = connect("--accept-host-key=" + bench.fingerprint());
        assertThat(ended.code()).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ended.err()).isNotBlank();
    }

    @Test
    void the_last_nas_is_the_remembered_one() throws Exception {
        bench.profiles().save(new StationProfile(new SshTarget("other", 22, "admin"), ""));
        connect("--accept-host-key=" + bench.fingerprint());
        assertThat(bench.profile()).contains(new StationProfile(bench.nas.target(), ""));
    }

    private Keyboard.Ended connect(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--password-stdin");
        return bench.script(TestNas.PASSWORD + "\n", with(all.toArray(String[]::new)));
    }

    private String[] arguments() {
        return with();
    }

    private String[] with(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "connect",
                                "--host=127.0.0.1",
                                "--port=" + bench.nas.port(),
                                "--user=" + TestNas.USER));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
