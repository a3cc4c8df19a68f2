package org.mailstation.daemon.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.ConfigText;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.ConfirmRequest;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.Hello;
import org.mailstation.control.LogLine;
import org.mailstation.control.LogLines;
import org.mailstation.control.LogTail;
import org.mailstation.control.NasUsers;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Progress;
import org.mailstation.control.PutSecret;
import org.mailstation.control.Secret;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.SetPassword;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationEvent;
import org.mailstation.control.Subscribe;
import org.mailstation.control.Validation;
import org.mailstation.control.Welcome;
import org.mailstation.daemon.state.TinyConfigs;
import org.mailstation.text.Text;

@Timeout(60)
class ControlServerTest extends WithRig {
    @Test
    void the_socket_is_for_owner_and_group_only_and_goes_when_the_daemon_ends() throws IOException {
        Path socket = rig.bench.data.socket();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-rw----");
        rig.close();
        assertThat(socket).doesNotExist();
    }

    @Test
    void a_socket_left_by_a_process_that_died_is_replaced() throws Exception {
        Path socket = rig.bench.data.socket();
        rig.close();
        Files.writeString(socket, "left over");
        rig = new Rig(folder, TinyConfigs::read);
        try (ControlConnection.Client client = rig.client(ear)) {
            assertThat(get(client.station().status()).version()).isEqualTo("1.2.3");
        }
    }

    @Test
    void hello_tells_the_version_and_comes_first() throws Exception {
        try (ControlConnection.Client client = rig.stranger(ear)) {
            assertThatThrownBy(() -> get(client.station().status())).hasMessageContaining("hello");
            assertThat(get(client.station().hello(new Hello(StationControl.PROTOCOL, "x"))))
                    .isEqualTo(new Welcome.Accepted(StationControl.PROTOCOL, "1.2.3"));
            assertThat(get(client.station().status()).revision()).isZero();
        }
    }

    @Test
    void a_program_that_is_too_old_is_told_so_and_gets_nothing_else() throws Exception {
        try (ControlConnection.Client client = rig.stranger(ear)) {
            assertThat(get(client.station().hello(new Hello(0, "old"))))
                    .isInstanceOf(Welcome.Incompatible.class);
            assertThatThrownBy(() -> get(client.station().config())).isNotNull();
        }
    }

    @Test
    void a_configuration_is_validated_applied_with_progress_and_read_back() throws Exception {
        try (ControlConnection.Client client = rig.client(ear)) {
            StationControl station = client.station();
            assertThat(get(station.config())).isEqualTo(new ConfigDocument(0, ""));
            assertThat(get(station.validate(new ConfigText("host a.example"))))
                    .isInstanceOf(Validation.Acceptable.class);
            assertThat(get(station.validate(new ConfigText("hots"))))
                    .isInstanceOf(Validation.Faulty.class);
            assertThat(get(station.apply(new ApplyRequest("host a.example", 0, 0))))
                    .isEqualTo(new ApplyOutcome.Applied(1, null, List.of()));
            assertThat(ear.heard).as("all before the answer").hasSize(4);
            assertThat(((Progress) ear.heard.stream().toList().getLast()).percent()).isEqualTo(100);
            assertThat(get(station.config())).isEqualTo(new ConfigDocument(1, "host a.example"));
            assertThat(get(station.validate(new ConfigText("host b.example"))))
                    .asInstanceOf(
                            org.assertj.core.api.InstanceOfAssertFactories.type(
                                    Validation.Acceptable.class))
                    .satisfies(v -> assertThat(v.baseRevision()).isEqualTo(1))
                    .satisfies(v -> assertThat(v.changes()).isNotEmpty());
        }
    }

    @Test
    void a_confirmation_counts_over_another_connection_only() throws Exception {
        try (ControlConnection.Client first = rig.client(ear)) {
            get(first.station().apply(new ApplyRequest("host a.example", 0, 60)));
            assertThatThrownBy(() -> get(first.station().confirm(new ConfirmRequest(1))))
                    .hasMessageContaining("another connection");
            try (ControlConnection.Client second = rig.client(ear)) {
                assertThat(get(second.station().confirm(new ConfirmRequest(1))))
                        .isEqualTo(new ConfirmOutcome.Confirmed(1));
            }
        }
        rig.bench.time.goOn(Duration.ofMinutes(2));
        assertThat(rig.bench.revision()).isEqualTo(1);
    }

    @Test
    void an_apply_goes_on_when_the_connection_that_asked_for_it_is_lost() throws Exception {
        CompletableFuture<Void> inside = new CompletableFuture<>();
        CompletableFuture<Void> lost = new CompletableFuture<>();
        rig.bench.services.during =
                () -> {
                    inside.complete(null);
                    lost.join();
                };
        ControlConnection.Client client = rig.client(ear);
        var _ = client.station().apply(new ApplyRequest("host a.example", 0, 0));
        get(inside);
        client.close();
        lost.complete(null);
        try (ControlConnection.Client other = rig.client(ear)) {
            while (get(other.station().config()).revision() == 0) {
                Thread.onSpinWait();
            }
            assertThat(get(other.station().config()).toml()).isEqualTo("host a.example");
        }
    }

    @Test
    void a_secret_can_be_put_under_its_name_only() throws Exception {
        try (ControlConnection.Client client = rig.client(ear)) {
            StationControl station = client.station();
            assertThat(get(station.putSecret(new PutSecret("relay", new Secret("x")))))
                    .isEqualTo(new SecretOutcome.Stored("relay"));
            assertThat(rig.secrets.read("relay")).isEqualTo(new Secret("x"));
            assertThat(rig.ddns.changes).as("told of a new secret").hasValue(1);
            assertThat(get(station.putSecret(new PutSecret("../mail/x", new Secret("x")))))
                    .isEqualTo(new SecretOutcome.UnknownName("../mail/x"));
        }
    }

    @Test
    void a_password_needs_an_account() throws Exception {
        try (ControlConnection.Client client = rig.client(ear)) {
            SetPassword request = new SetPassword("nobody@example.org", new Secret("long enough"));
            assertThat(get(client.station().setPassword(request)))
                    .isEqualTo(new PasswordOutcome.NoSuchAccount("nobody@example.org"));
            assertThat(rig.passwords).isEmpty();
        }
    }

    @Test
    void the_log_can_be_read_in_bounds() throws Exception {
        try (ControlConnection.Client client = rig.client(ear)) {
            assertThat(get(client.station().logTail(new LogTail(1))))
                    .isEqualTo(new LogLines(List.of("second")));
            for (int n : new int[] {0, -1, 10_001}) {
                assertThatThrownBy(() -> get(client.station().logTail(new LogTail(n))))
                        .hasMessageContaining("10000");
            }
        }
    }

    @Test
    void who_subscribes_hears_of_events_and_log_lines_until_the_connection_ends() throws Exception {
        StationEvent event = new StationEvent.ConfigurationChanged(rig.bench.time.instant(), 7);
        try (ControlConnection.Client client = rig.client(ear)) {
            rig.events.event(event);
            get(client.station().subscribe(new Subscribe(true, true)));
            rig.events.event(event);
            assertThat(ear.next()).isEqualTo(event);
            rig.events.logLine("hello");
            assertThat(ear.next()).isEqualTo(new LogLine("hello"));
            get(client.station().subscribe(new Subscribe(false, true)));
            rig.events.event(event);
            rig.events.logLine("bye");
            assertThat(ear.next()).as("no event in between").isEqualTo(new LogLine("bye"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "Content-Length: 99999999\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 4\r\n\r\nabcd",
                "\u0000\u0000\u0000\u0000"
            })
    void malformed_input_ends_its_own_connection_and_no_other(String noise) throws Exception {
        try (ControlConnection.Client good = rig.client(ear);
                SocketChannel bad = rig.socket()) {
            bad.write(ByteBuffer.wrap(noise.getBytes(US_ASCII)));
            bad.shutdownOutput();
            // whatever comes back, the connection then ends
            Channels.newInputStream(bad).readAllBytes();
            assertThat(get(good.station().status()).version()).isEqualTo("1.2.3");
        }
    }

    @Test
    void a_program_that_never_reads_keeps_nobody_waiting() throws Exception {
        try (ControlConnection.Client good = rig.client(ear);
                SocketChannel deaf = rig.socket()) {
            String hello =
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"station/hello\",\"params\":{\"protocol\":1,\"program\":\"deaf\"}}";
            String subscribe =
                    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"station/subscribe\",\"params\":{\"events\":true,\"log\":true}}";
            for (String message : List.of(hello, subscribe)) {
                String frame = "Content-Length: " + message.length() + "\r\n\r\n" + message;
                deaf.write(ByteBuffer.wrap(frame.getBytes(US_ASCII)));
            }
            String line = "x".repeat(10_000);
            for (int i = 0; i < 2_000; i++) {
                rig.events.logLine(line);
            }
            assertThat(get(good.station().status()).version()).isEqualTo("1.2.3");
        }
    }

    @Test
    void one_connection_too_many_is_closed_and_the_others_go_on() throws Exception {
        List<ControlConnection.Client> clients = new ArrayList<>();
        for (int i = 0; i < ControlServer.MOST; i++) {
            clients.add(rig.client(ear));
        }
        try (SocketChannel late = rig.socket()) {
            assertThat(late.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        assertThat(get(clients.getLast().station().status()).version()).isEqualTo("1.2.3");
        clients.forEach(ControlConnection.Client::close);
    }

    @Test
    void a_path_too_long_for_a_socket_fails_with_a_reason() {
        Path path = folder.resolve("x".repeat(120));
        assertThatThrownBy(() -> ControlServer.open(path, station()))
                .isInstanceOf(IOException.class);
    }

    private Station station() {
        return new Station(
                "1",
                rig.bench.applier,
                TinyConfigs::read,
                () -> {
                    throw new AssertionError();
                },
                new Passwords() {
                    @Override
                    public boolean isSet(String address) {
                        return false;
                    }

                    @Override
                    public @org.jspecify.annotations.Nullable Text set(
                            String address, Secret password) {
                        return null;
                    }

                    @Override
                    public org.mailstation.control.AppPasswords devices(
                            org.mailstation.control.AppPasswordRequest request) {
                        throw new AssertionError();
                    }
                },
                rig.secrets,
                _ -> {
                    throw new AssertionError();
                },
                NasUsers.CouldNotTell::new,
                rig.copies,
                rig.ddns,
                () -> {},
                _ -> {
                    throw new AssertionError();
                },
                _ -> {
                    throw new AssertionError();
                },
                _ -> {
                    throw new AssertionError();
                },
                TestRules.over(Path.of("no-such-folder"), java.time.Clock.systemUTC()),
                _ -> {
                    throw new AssertionError();
                },
                (_, _) -> {
                    throw new AssertionError();
                },
                rig.examining,
                _ -> {
                    throw new AssertionError();
                },
                _ -> {
                    throw new AssertionError();
                },
                rig.home,
                () -> {
                    throw new AssertionError();
                },
                _ -> new LogLines(List.of()),
                rig.events);
    }

    @ParameterizedTest
    @CsvSource({
        "root, root, true",
        "mailstation, users, true",
        "anna, mailstation, true",
        "anna, users, false",
        "nobody, nogroup, false"
    })
    void a_socket_that_was_opened_to_all_still_admits_only_root_the_service_and_its_group(
            String user, String group, boolean admitted) {
        assertThat(PeerRule.admits(user, group, "mailstation", "mailstation")).isEqualTo(admitted);
    }

    @Test
    void the_peer_of_a_socket_opened_to_all_is_recognised_by_the_system() throws Exception {
        Files.setPosixFilePermissions(
                rig.bench.data.socket(), PosixFilePermissions.fromString("rw-rw-rw-"));
        try (ControlConnection.Client client = rig.client(ear)) {
            assertThat(get(client.station().status()).version())
                    .as("this test runs as the user that owns the socket")
                    .isEqualTo("1.2.3");
        }
    }
}
