package org.mailstation.daemon.mail.imap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.imapserver.netty.NettyImapRequestLineReader.NotEnoughDataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one connection has come with its present command. A parser that would like to go on after
 * a whole line has met a mistake, for which James would wait for ever; and each literal of a
 * command has to be asked for (RFC 3501 4.3), of which James asks for the first only.
 */
final class LineProgress implements ImapDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(LineProgress.class);
    private static final int LONGEST_TAG = 64;
    private static final int END_OF_ANNOUNCEMENT = 4;

    private final StatusResponseFactory words = new UnpooledStatusResponseFactory();
    private final ImapDecoder parsers;
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private boolean isWholeLine;
    private String tag = "";
    private volatile int awaited;
    private boolean ask;

    LineProgress(ImapDecoder parsers) {
        this.parsers = parsers;
    }

    /**
     * @param wholeLine whether it is the first line of a command, with its end
     */
    void read(ByteBuf in, boolean wholeLine) {
        bytes = in;
        isWholeLine = wholeLine;
        ask = false;
        if (wholeLine) {
            tag = firstWord(in);
        }
    }

    /** Whether the client waits to be asked for a literal, and James will not do it. */
    boolean mustAsk() {
        return ask;
    }

    private static String firstWord(ByteBuf line) {
        int length = Math.min(line.readableBytes(), LONGEST_TAG);
        String start = line.toString(line.readerIndex(), length, StandardCharsets.US_ASCII);
        int blank = start.indexOf(' ');
        return blank < 0 ? "" : start.substring(0, blank);
    }

    @Override
    public ImapMessage decode(ImapRequestLineReader reader, ImapSession session) {
        try {
            ImapMessage message = parsers.decode(reader, session);
            awaited = 0;
            return message;
        } catch (NotEnoughDataException e) {
            if (e.getNeededSize() != NotEnoughDataException.UNKNOWN_SIZE) {
                ask = awaited > 0 && e.getNeededSize() > awaited && clientWaits();
                awaited = e.getNeededSize();
            } else if (isWholeLine) {
                return mistake();
            }
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // a name that is no modified UTF-7, a search within a search within a search …
            if (!isWholeLine) {
                throw e;
            }
            LOG.info("a command cannot be read: {}", e.getClass().getSimpleName());
            return mistake();
        }
    }

    /** A literal announced with a plus (RFC 7888) comes unasked. */
    private boolean clientWaits() {
        int from = Math.max(0, bytes.readerIndex() - END_OF_ANNOUNCEMENT);
        return !bytes.toString(from, bytes.readerIndex() - from, StandardCharsets.US_ASCII)
                .contains("+}");
    }

    private ImapMessage mistake() {
        // James reads the end of the line after each command
        bytes.readerIndex(bytes.writerIndex() - 1);
        return tag.isEmpty()
                ? words.untaggedBad(HumanReadableText.ILLEGAL_ARGUMENTS)
                : words.taggedBad(new Tag(tag), null, HumanReadableText.ILLEGAL_ARGUMENTS);
    }
}
