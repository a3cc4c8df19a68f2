package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.words.Exit;

class OutsideCommandTest {
    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.nas.server().setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private String account() {
        return TestNas.USER + "@127.0.0.1:" + bench.nas.port();
    }

    private Keyboard.Ended add(String... more) {
        List<String> all = new ArrayList<>(List.of("outside", "add", account()));
        all.addAll(Arrays.asList(more));
        return bench.signedIn("", all.toArray(String[]::new));
    }

    @Test
    void an_account_is_met_like_a_nas_and_remembered_without_its_password() throws Exception {
        Keyboard.Ended ended = add("--accept-host-key=" + bench.fingerprint());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(account(), bench.fingerprint());
        assertThat(bench.script("", "outside", "list").out()).contains(account());
        assertThat(Files.readString(folder.resolve("settings/outside")))
                .doesNotContain(TestNas.PASSWORD);
    }

    @Test
    void without_a_trusted_host_key_nothing_is_remembered() {
        assertThat(add().code()).isEqualTo(Exit.DECLINED.code());
        assertThat(bench.script("", "outside").out()).contains(words("cli.outside.none"));
    }

    @Test
    void a_server_that_forbids_forwarding_is_of_no_use_and_not_remembered() throws Exception {
        bench.nas.server().setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        Keyboard.Ended ended = add("--accept-host-key=" + bench.fingerprint());
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
        assertThat(ended.err()).contains(words("ssh.forwarding-forbidden", "127.0.0.1"));
        assertThat(folder.resolve("settings/outside")).doesNotExist();
    }

    @Test
    void a_person_types_the_password_without_echo() throws Exception {
        Keyboard person = Keyboard.person("yes\n", TestNas.PASSWORD);
        assertThat(person.run(bench.parts(), "outside", "add", account()).code()).isZero();
        assertThat(person.asked)
                .containsExactly(words("cli.password.ask", TestNas.USER, "127.0.0.1"));
    }

    @Test
    void what_is_removed_is_no_longer_listed() throws Exception {
        add("--accept-host-key=" + bench.fingerprint());
        assertThat(bench.script("", "outside", "remove", account()).code()).isZero();
        assertThat(bench.script("", "outside", "list").out()).contains(words("cli.outside.none"));
        assertThat(bench.script("", "outside", "remove", account()).code())
                .isEqualTo(Exit.NOT_FOUND.code());
    }

    @Test
    void what_is_no_account_is_refused() {
        assertThat(bench.script("", "outside", "add", "vps").code()).isEqualTo(Exit.USAGE.code());
    }
}
