package org.mailstation.daemon.mail.imap;

import java.util.Locale;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.decode.ImapCommandParser;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.decode.main.DefaultImapDecoder;
import org.apache.james.imap.decode.parser.ImapParserFactory;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;

/** James's reader of commands with the parsers that it needs replaced. */
final class ImapReader {
    private ImapReader() {}

    static ImapDecoder create() {
        var words = new UnpooledStatusResponseFactory();
        ImapParserFactory james = new ImapParserFactory(words);
        ImapCommandParser id = new IdParser(words);
        return new DefaultImapDecoder(
                words,
                name ->
                        name.toUpperCase(Locale.ROOT).equals(ImapConstants.ID_COMMAND.getName())
                                ? id
                                : james.getParser(name));
    }
}
