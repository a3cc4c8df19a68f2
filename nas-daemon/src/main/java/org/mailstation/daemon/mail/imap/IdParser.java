package org.mailstation.daemon.mail.imap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imap.message.request.IDRequest;

/**
 * Reads {@code ID} (RFC 2971 3.1), in which a client may also say that it does not say something.
 */
final class IdParser extends AbstractImapCommandParser {
    IdParser(StatusResponseFactory words) {
        super(ImapConstants.ID_COMMAND, words);
    }

    @Override
    protected ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session)
            throws DecodingException {
        if (line.nextWordChar() != '(') {
            line.nstring();
            line.eol();
            return new IDRequest(tag, Optional.empty());
        }
        line.consumeChar('(');
        Map<String, String> said = new LinkedHashMap<>();
        while (line.nextWordChar() != ')') {
            String field = line.consumeQuoted();
            skipComma(line);
            String value = line.nstring();
            skipComma(line);
            if (value != null) {
                said.put(field, value);
            }
        }
        line.consumeChar(')');
        line.eol();
        return new IDRequest(tag, Optional.of(said));
    }

    /** Some clients put them, though the grammar has none. */
    private static void skipComma(ImapRequestLineReader line) throws DecodingException {
        if (line.nextWordChar() == ',') {
            line.consumeChar(',');
            line.nextWordChar();
        }
    }
}
