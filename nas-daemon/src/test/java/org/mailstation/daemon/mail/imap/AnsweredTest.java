package org.mailstation.daemon.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AnsweredTest {
    /** Needs more than there is, as soon as it is asked or a little later. */
    private record Greedy(boolean later) implements ImapProcessor {
        @Override
        public void process(ImapMessage message, Responder responder, ImapSession session) {
            throw new AssertionError();
        }

        @Override
        public Mono<Void> processReactive(
                ImapMessage message, Responder responder, ImapSession session) {
            if (!later) {
                throw new OutOfMemoryError("of a test");
            }
            return Flux.just(1, 2)
                    .concatMap(
                            _ -> {
                                throw new OutOfMemoryError("of a test");
                            })
                    .then();
        }

        @Override
        public void configure(ImapConfiguration configuration) {}
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_command_for_which_memory_is_too_small_is_refused_and_the_connection_goes_on(
            boolean later) {
        List<ImapResponseMessage> answers = new ArrayList<>();
        Answered answered = new Answered(new Greedy(later), new UnpooledStatusResponseFactory());

        answered.processReactive(
                        new NoopRequest(new Tag("a1")),
                        new ImapProcessor.Responder() {
                            @Override
                            public void respond(ImapResponseMessage message) {
                                answers.add(message);
                            }

                            @Override
                            public void flush() {}
                        },
                        new FakeImapSession())
                .block();

        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        StatusResponse.class,
                        answer ->
                                assertThat(answer.getServerResponseType())
                                        .isEqualTo(StatusResponse.Type.NO));
    }
}
