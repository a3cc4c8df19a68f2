package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.encode.ImapResponseComposer;

/**
 * Answers to a FETCH, ready to be sent.
 *
 * @param octets lines, without the last one's end
 * @param more whether more of the last line follows; otherwise it ends here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
public record FetchLines(byte[] octets, boolean more) implements ImapResponseMessage {
    public void encode(ImapResponseComposer composer) throws IOException {
        composer.skipNextSpace().message(octets);
        if (!more) {
            composer.end();
        } else {
            composer.flush();
        }
    }
}
