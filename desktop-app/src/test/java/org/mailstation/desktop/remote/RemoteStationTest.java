package org.mailstation.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.Hello;
import org.mailstation.control.LogLine;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Progress;
import org.mailstation.control.Secret;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.SetPassword;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationListener;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Validation;
import org.mailstation.control.Welcome;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.ServedStation;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

/** Conversations over a real SSH channel in the real words, with a station that has no mail. */
class RemoteStationTest {
    private static final StationConfig CONFIG =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("anna@example.org", "Anna", 0, true)));

    private static final String TOML = StationToml.write(CONFIG);

    @TempDir Path folder;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        line = new Line(folder);
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    @Test
    void every_question_comes_back_with_its_answer() throws Exception {
        line.served(line.own());
        Station talk = line.talk();
        assertThat(talk.version()).isEqualTo("0.1.0");
        assertThat(talk.status()).isEqualTo(line.station.status());
        assertThat(talk.config().revision()).isZero();
        assertThat(talk.validate("host-name = 7")).isInstanceOf(Validation.Faulty.class);
        assertThat(talk.setPassword("anna@example.org", new Secret("geheim ä")))
                .isEqualTo(new PasswordOutcome.Set("anna@example.org"));
        assertThat(line.station.passwords).containsEntry("anna@example.org", "geheim ä");
        assertThat(talk.putSecret("cat", new Secret("x")))
                .isEqualTo(new SecretOutcome.UnknownName("cat"));
        assertThat(talk.log(10)).isEmpty();
        assertThat(talk.confirm(3)).isEqualTo(new ConfirmOutcome.Confirmed(3));
    }

    @Test
    void applying_tells_how_far_it_is_and_what_came_of_it() throws Exception {
        line.served(line.own());
        List<Integer> percents = new ArrayList<>();
        ApplyOutcome outcome =
                line.talk()
                        .apply(
                                TOML,
                                0,
                                0,
                                progress -> percents.add(progress.percent()),
                                Cancellation.never());
        assertThat(outcome).isInstanceOf(ApplyOutcome.Applied.class);
        assertThat(percents).containsExactly(40, 100);
        assertThat(line.station.running()).contains(CONFIG);
    }

    @Test
    void applying_again_what_already_runs_is_success_and_not_a_conflict() throws Exception {
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            @Override
                            public CompletableFuture<ApplyOutcome> apply(ApplyRequest request) {
                                return CompletableFuture.completedFuture(
                                        new ApplyOutcome.Stale(line.station.revision()));
                            }
                        });
        line.station.setConfig(CONFIG);
        Station talk = line.talk();
        assertThat(talk.apply(TOML, 0, 0, _ -> {}, Cancellation.never()))
                .isInstanceOfSatisfying(
                        ApplyOutcome.Applied.class,
                        applied -> assertThat(applied.revision()).isEqualTo(1));
        assertThat(talk.apply("# another\n" + TOML, 0, 0, _ -> {}, Cancellation.never()))
                .isEqualTo(new ApplyOutcome.Stale(1));
    }

    @Test
    void who_cancels_an_apply_need_not_wait_for_it() throws Exception {
        Cancellation cancellation = new Cancellation();
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            @Override
                            public CompletableFuture<ApplyOutcome> apply(ApplyRequest request) {
                                listener.progress(new Progress(10, Text.of("flow.applying")));
                                return new CompletableFuture<>();
                            }
                        });
        Station talk = line.talk();
        Failures.expect(
                Cancelled.class,
                () -> talk.apply(TOML, 0, 0, _ -> cancellation.cancel(), cancellation));
        assertThat(talk.status()).isNotNull();
    }

    private interface Waiting {
        Object on(Station talk, Cancellation wish) throws FailureException;
    }

    static List<Waiting> waiting() {
        return List.of(
                (talk, wish) -> talk.letter(new AskLetter("", "", false), wish),
                Station::testDdns,
                (talk, wish) -> talk.forwards(ForwardsRequest.Wanted.ASK_AGAIN, wish));
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void who_cancels_what_others_are_asked_for_need_not_wait_for_it(Waiting call) throws Exception {
        Cancellation wish = new Cancellation();
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            private <T> CompletableFuture<T> never() {
                                wish.cancel();
                                return new CompletableFuture<>();
                            }

                            @Override
                            public CompletableFuture<Checked> letter(AskLetter request) {
                                return never();
                            }

                            @Override
                            public CompletableFuture<DdnsTried> testDdns() {
                                return never();
                            }

                            @Override
                            public CompletableFuture<Forwards> forwards(ForwardsRequest request) {
                                return never();
                            }
                        });
        Station talk = line.talk();
        Failures.expect(Cancelled.class, () -> call.on(talk, wish));
        assertThat(talk.status()).isNotNull();
    }

    @Test
    void who_cancels_a_look_at_the_records_need_not_wait_for_it() throws Exception {
        Cancellation cancellation = new Cancellation();
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            @Override
                            public CompletableFuture<ComparedRecords> records() {
                                cancellation.cancel();
                                return new CompletableFuture<>();
                            }
                        });
        Station talk = line.talk();
        Failures.expect(Cancelled.class, () -> talk.records(cancellation));
        assertThat(talk.status()).isNotNull();
    }

    @Test
    void who_subscribes_hears_what_happens_there() throws Exception {
        line.served(line.own());
        CompletableFuture<StationEvent> heard = new CompletableFuture<>();
        Station talk = line.talk();
        RemoteListener listener = new RemoteListener();
        listener.subscriber(
                new StationListener() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public void event(StationEvent event) {
                        heard.complete(event);
                    }

                    @Override
                    public void logLine(LogLine logLine) {}
                });
        talk.subscribe(listener, false);
        StationEvent event = new StationEvent.ConfigurationChanged(FakeStation.STARTED, 7);
        line.station.tell(event);
        assertThat(heard.get()).isEqualTo(event);
    }

    @Test
    void a_lost_connection_ends_the_question_that_waits_and_every_later_one() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            @Override
                            public CompletableFuture<StationStatus> status() {
                                asked.countDown();
                                return new CompletableFuture<>();
                            }
                        });
        Station talk = line.talk();
        CountDownLatch ended = new CountDownLatch(1);
        talk.onEnd(ended::countDown);
        Thread cut =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    awaitQuietly(asked);
                                    line.nas.cutConnections();
                                });
        Failures.expect(StationFailure.ConnectionLost.class, talk::status);
        cut.join();
        ended.await();
        Failures.expect(StationFailure.ConnectionLost.class, talk::config);
    }

    @Test
    void a_daemon_that_does_not_answer_is_given_up_in_time() throws Exception {
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            @Override
                            public CompletableFuture<StationStatus> status() {
                                return new CompletableFuture<>();
                            }
                        });
        Duration patient = Duration.ofMinutes(1);
        StationDeadlines deadlines =
                new StationDeadlines(patient, Duration.ofMillis(100), patient, patient, patient);
        try (Station talk =
                RemoteStation.open(
                        line.connect().start(line.at(line.own()).rpc()),
                        "nas",
                        "test",
                        deadlines,
                        nobody())) {
            assertThat(Failures.expect(StationFailure.NoAnswer.class, talk::status).host())
                    .isEqualTo("nas");
        }
    }

    @Test
    void a_daemon_that_speaks_no_common_version_is_named_with_both_versions() throws Exception {
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            @Override
                            public CompletableFuture<Welcome> hello(Hello hello) {
                                return CompletableFuture.completedFuture(
                                        new Welcome.Incompatible(9, "7.0"));
                            }
                        });
        assertThat(Failures.expect(StationFailure.Incompatible.class, line::talk))
                .isEqualTo(new StationFailure.Incompatible("7.0", "test 1.0"));
    }

    @Test
    void a_surprise_of_the_daemon_is_told_without_what_was_sent() throws Exception {
        line.served(
                line.own(),
                listener ->
                        new ServedStation(talkInside(), listener) {
                            @Override
                            public CompletableFuture<PasswordOutcome> setPassword(
                                    SetPassword request) {
                                throw new IllegalStateException(request.password().reveal());
                            }
                        });
        Station talk = line.talk();
        StationFailure failure =
                Failures.expect(
                        StationFailure.DaemonError.class,
                        () -> talk.setPassword("anna@example.org", new Secret("topsecret")));
        assertThat(failure.text().in(Locale.ENGLISH)).doesNotContain("topsecret");
    }

    @Test
    void a_daemon_that_does_not_run_is_told_with_what_its_command_said() throws Exception {
        line.installed(line.own(), "echo 'no socket there' >&2; exit 3\n");
        assertThat(Failures.expect(StationFailure.NotRunning.class, line::talk).said())
                .isEqualTo("no socket there");
    }

    @Test
    void a_command_that_fails_in_another_way_is_no_sleeping_daemon() throws Exception {
        line.installed(line.own(), "echo 'no Java here' >&2; exit 13\n");
        assertThat(Failures.expect(StationFailure.DaemonError.class, line::talk).said())
                .isEqualTo("13: no Java here");
    }

    @Test
    void a_connection_lost_before_the_greeting_is_a_lost_connection() throws Exception {
        line.at(line.own())
                .answering(
                        (_, _) -> {
                            line.nas.cutConnections();
                            return new CompletableFuture<>();
                        });
        Failures.expect(SshFailure.ConnectionLost.class, line::talk);
    }

    private Station talkInside() {
        try {
            return line.station.talk();
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PortHolders nobody() {
        return new PortHolders(_ -> Optional.empty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
