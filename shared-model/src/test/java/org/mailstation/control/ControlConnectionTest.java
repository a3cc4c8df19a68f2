package org.mailstation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Line.Kind.class)
@Timeout(60)
class ControlConnectionTest {
    private final HeardListener heard = new HeardListener();
    private final CompletableFuture<FakeStation> station = new CompletableFuture<>();
    private final ControlConnection.Server server;
    private final ControlConnection.Client client;

    ControlConnectionTest(Line.Kind kind) {
        Line line = kind.open();
        server =
                ControlConnection.serve(
                        line.server().in(),
                        line.server().out(),
                        listener -> {
                            FakeStation fake = new FakeStation(listener);
                            station.complete(fake);
                            return new HelloFirst(fake);
                        });
        client = ControlConnection.connect(line.client().in(), line.client().out(), heard);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void every_answer_arrives_as_it_was_given() throws Exception {
        assertThat(hello(1)).isEqualTo(new Welcome.Accepted(1, "1.2"));
        assertThat(get(client.station().status())).isEqualTo(FakeStation.STATUS);
        assertThat(get(client.station().validate(new ConfigText(""))))
                .isEqualTo(new Validation.Faulty(List.of(FakeStation.PROBLEM)));
        assertThat(get(client.station().validate(new ConfigText("ü\n\""))))
                .isInstanceOf(Validation.Acceptable.class);
        assertThat(get(client.station().putSecret(new PutSecret("x", new Secret("y")))))
                .isEqualTo(new SecretOutcome.UnknownName("x"));
        assertThat(get(client.station().records())).isEqualTo(FakeStation.RECORDS);
        assertThat(get(client.station().logTail(new LogTail(2))))
                .isEqualTo(new LogLines(List.of("one", "two")));
    }

    @Test
    void a_secret_arrives() throws Exception {
        hello(1);
        get(
                client.station()
                        .setPassword(
                                new SetPassword(
                                        "anna@example.org", new Secret("pass \"wörd\" 😀"))));
        assertThat(get(station).password).isEqualTo("pass \"wörd\" 😀");
    }

    @Test
    void the_station_can_tell_something_on_its_own() throws Exception {
        hello(1);
        assertThat(get(client.station().subscribe(new Subscribe(true, true))))
                .isEqualTo(new Subscribed());
        assertThat(heard.next()).isInstanceOf(StationEvent.LetterDelivered.class);
        assertThat(heard.next()).isEqualTo(new LogLine("hello"));
    }

    @Test
    void cancelling_a_request_reaches_the_station() throws Exception {
        hello(1);
        CompletableFuture<ApplyOutcome> asked = client.station().apply(new ApplyRequest("", 0, 0));
        CompletableFuture<ApplyOutcome> running = get(get(station).applying);
        assertThat(heard.next()).isInstanceOf(Progress.class);
        asked.cancel(true);
        assertThatThrownBy(() -> get(running)).isInstanceOf(CancellationException.class);
        assertThat(get(client.station().status())).isEqualTo(FakeStation.STATUS);
    }

    @Test
    void nothing_is_answered_before_hello() {
        assertThatThrownBy(() -> get(client.station().status()))
                .hasCauseInstanceOf(ResponseErrorException.class)
                .hasMessageContaining("hello must come first");
    }

    @Test
    void a_program_of_another_age_is_told_so_and_gets_no_further() throws Exception {
        assertThat(hello(0)).isEqualTo(new Welcome.Incompatible(1, "1.2"));
        assertThatThrownBy(() -> get(client.station().status()))
                .hasMessageContaining("hello must come first");
        assertThat(hello(7)).isEqualTo(new Welcome.Accepted(1, "1.2"));
        assertThat(get(client.station().status())).isEqualTo(FakeStation.STATUS);
    }

    @Test
    void a_request_ends_when_the_station_goes_away() throws Exception {
        hello(1);
        CompletableFuture<ApplyOutcome> asked = client.station().apply(new ApplyRequest("", 0, 0));
        get(get(station).applying);
        server.close();
        assertThatThrownBy(() -> get(asked)).hasCauseInstanceOf(ConnectionClosedException.class);
        assertThat(get(client.closed())).isNull();
        assertThatThrownBy(() -> get(client.station().status()))
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void the_station_notices_that_the_client_went_away() throws Exception {
        hello(1);
        client.close();
        assertThat(get(server.closed())).isNull();
        assertThat(get(client.closed())).isNull();
    }

    @Test
    void an_answer_too_large_is_an_error_and_the_connection_goes_on() throws Exception {
        hello(1);
        assertThatThrownBy(() -> get(client.station().config()))
                .hasCauseInstanceOf(ResponseErrorException.class);
        assertThatThrownBy(
                        () ->
                                get(
                                        client.station()
                                                .validate(
                                                        new ConfigText(
                                                                "x"
                                                                        .repeat(
                                                                                StationControl
                                                                                        .MAX_MESSAGE)))))
                .rootCause()
                .isInstanceOf(MalformedMessageException.class);
        assertThat(get(client.station().status())).isEqualTo(FakeStation.STATUS);
    }

    @Test
    void a_surprise_is_an_error_without_details() throws Exception {
        hello(1);
        assertThatThrownBy(() -> get(client.station().confirm(new ConfirmRequest(1))))
                .hasMessageContaining("internal error (IllegalStateException)")
                .hasMessageNotContaining("secret");
    }

    private Welcome hello(int protocol) throws Exception {
        return get(client.station().hello(new Hello(protocol, "test")));
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
