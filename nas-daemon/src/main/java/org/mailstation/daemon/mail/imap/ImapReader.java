package org.mailstation.daemon.mail.imap;

import java.util.Locale;
import java.util.Set;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.decode.ImapCommandParser;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.decode.main.DefaultImapDecoder;
import org.apache.james.imap.decode.parser.ImapParserFactory;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;

/** James's reader of commands with the parsers that it needs replaced. */
final class ImapReader {
    private static final Set<String> LETTERS =
            Set.of(ImapConstants.APPEND_COMMAND.getName(), ImapConstants.REPLACE_COMMAND.getName());
    private static final HumanReadableText UNREADABLE =
            new HumanReadableText(
                    "command.unreadable", "failed. A name in it is no modified UTF-7.");

    private ImapReader() {}

    static ImapDecoder create() {
        var words = new UnpooledStatusResponseFactory();
        ImapParserFactory james = new ImapParserFactory(words);
        ImapCommandParser id = new IdParser(words);
        return new DefaultImapDecoder(
                words,
                name -> {
                    ImapCommandParser parser =
                            name.toUpperCase(Locale.ROOT).equals(ImapConstants.ID_COMMAND.getName())
                                    ? id
                                    : james.getParser(name);
                    return parser == null
                            ? null
                            : answering(
                                    parser, LETTERS.contains(name.toUpperCase(Locale.ROOT)), words);
                });
    }

    /**
     * A name that cannot be read is a mistake like any other.
     *
     * @param letter whether a letter stands behind the name, which may be on its way already and
     *     must not be taken for commands: then the connection ends
     */
    private static ImapCommandParser answering(
            ImapCommandParser parser, boolean letter, StatusResponseFactory words) {
        return (line, tag, session) -> {
            try {
                return parser.parse(line, tag, session);
            } catch (Error e) {
                if (!Unreadable.made(e)) {
                    throw e;
                }
                if (letter) {
                    session.logout().block();
                    return words.bye(UNREADABLE);
                }
                return words.taggedBad(tag, null, UNREADABLE);
            }
        };
    }
}
