package org.mailstation.daemon.mail.pop3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.StreamResponse;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.core.POP3MessageCommandArguments;
import org.apache.james.protocols.pop3.core.POP3MessageCommandDelegate;
import org.apache.james.protocols.pop3.core.RetrCmdHandler;
import org.apache.james.protocols.pop3.mailbox.MessageMetaData;
import org.mailstation.daemon.delivery.DotStuffed;

/**
 * {@code RETR} in large pieces: James's own sends the answer line by itself and takes the letter
 * octet by octet.
 */
final class Retrieve extends RetrCmdHandler {
    private static final byte[] FOLLOWS =
            (POP3Response.OK_RESPONSE + " Message follows\r\n").getBytes(StandardCharsets.US_ASCII);

    private final POP3MessageCommandDelegate command =
            new POP3MessageCommandDelegate(getImplCommands()) {
                @Override
                protected Response handleMessageExists(
                        POP3Session session, MessageMetaData data, POP3MessageCommandArguments args)
                        throws IOException {
                    InputStream letter = new DotStuffed(getMessageContent(session, data));
                    return new WithLetter(
                            new SequenceInputStream(new ByteArrayInputStream(FOLLOWS), letter));
                }
            };

    Retrieve(MetricFactory metrics) {
        super(metrics);
    }

    @Override
    public Response onCommand(POP3Session session, Request request) {
        return command.handleMessageRequest(session, request);
    }

    /** The whole answer is in the stream; the lines that would go before it are none. */
    private static final class WithLetter extends POP3Response implements StreamResponse {
        private final InputStream all;

        WithLetter(InputStream all) {
            super(OK_RESPONSE);
            this.all = all;
        }

        @Override
        public List<CharSequence> getLines() {
            return List.of();
        }

        @Override
        public InputStream getStream() {
            return all;
        }

        @Override
        public Response immutable() {
            throw new UnsupportedOperationException("a stream is read once");
        }
    }
}
