package org.mailstation.daemon.mail.imap;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.imapserver.netty.NettyImapRequestLineReader;
import org.apache.james.imapserver.netty.NettyImapRequestLineReader.NotEnoughDataException;

/** One whole line of IMAP: it becomes a command or a mistake, and never an exception. */
class ImapCommandsFuzz {
    private static final ImapDecoder PARSERS = ImapReader.create();
    private static final EmbeddedChannel CHANNEL = new EmbeddedChannel();

    /** In a state in which the parsers look at what stands behind the command's name. */
    private static ImapSession session(boolean stranger) {
        ImapSession session = new FakeImapSession();
        if (!stranger) {
            session.authenticated();
            session.selected(null).block();
        }
        return session;
    }

    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "SELECT ",
        "CREATE ",
        "LIST ",
        "STATUS ",
        "APPEND ",
        "LOGIN ",
        "AUTHENTICATE ",
        "ID ",
        "FETCH ",
        "UID ",
        "STORE ",
        "SEARCH ",
        "COPY ",
        "MOVE ",
        "ENABLE ",
        "GETQUOTAROOT ",
        "SETMETADATA ",
        "GETMETADATA ",
        "BODY.PEEK[",
        "HEADER.FIELDS",
        "(FLAGS",
        "\\\\Seen",
        "CHARSET",
        "OR NOT",
        "MODSEQ",
        "{5+}",
        "\\\"#private",
        "1:*",
        "QRESYNC"
    })
    void a_line_is_a_command_or_a_mistake(FuzzedDataProvider data) {
        ImapSession session = session(data.consumeBoolean());
        String command = data.consumeRemainingAsAsciiString().replace("\n", "");
        ByteBuf line = Unpooled.copiedBuffer(("a " + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        LineProgress progress = new LineProgress(PARSERS);
        progress.read(line, true);
        try {
            progress.decode(new NettyImapRequestLineReader(CHANNEL, line, false, 1000), session);
        } catch (NotEnoughDataException literal) {
            // a literal was announced, for which the rest of the connection waits
            return;
        } finally {
            CHANNEL.outboundMessages().clear();
        }
    }
}
