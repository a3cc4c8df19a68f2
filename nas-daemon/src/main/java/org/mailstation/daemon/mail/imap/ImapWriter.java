package org.mailstation.daemon.mail.imap;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.main.DefaultImapEncoderFactory;
import org.apache.james.imap.message.response.ImmutableStatusResponse;
import org.mailstation.daemon.mail.imap.fetch.FetchLines;

/**
 * James's writer of answers, except for the code that tells which letters a conditional STORE has
 * left alone (RFC 7162 3.1.3): James puts a 0 before their numbers; and for one that he does not
 * know. What was written before it came here passes through.
 */
record ImapWriter(ImapEncoder james) implements ImapEncoder {
    private static final String MODIFIED = "MODIFIED";

    static ImapEncoder create() {
        return new ImapWriter(new DefaultImapEncoderFactory().buildImapEncoder());
    }

    @Override
    public void encode(ImapMessage message, ImapResponseComposer composer) throws IOException {
        if (message instanceof FetchLines lines) {
            lines.encode(composer);
        } else if (message instanceof ImmutableStatusResponse status
                && status.getResponseCode() != null
                && status.getResponseCode().getCode().equals(MODIFIED)) {
            write(status, MODIFIED, status.getResponseCode().getParameters(), composer);
        } else if (message instanceof ImmutableStatusResponse status
                && status.getResponseCode() == Compressing.ACTIVE) {
            write(status, Compressing.ACTIVE_CODE, List.of(), composer);
        } else {
            james.encode(message, composer);
        }
    }

    private static void write(
            ImmutableStatusResponse status,
            String code,
            Collection<String> parameters,
            ImapResponseComposer composer)
            throws IOException {
        composer.tag(status.getTag())
                .message(status.getServerResponseType().getCode())
                .openSquareBracket()
                .message(code);
        for (String letters : parameters) {
            composer.message(letters);
        }
        composer.closeSquareBracket()
                .commandName(status.getCommand())
                .message(status.getTextKey().getDefaultValue())
                .end();
    }
}
