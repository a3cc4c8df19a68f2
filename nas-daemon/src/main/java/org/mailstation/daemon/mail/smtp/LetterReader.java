package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.goodbye;
import static org.mailstation.daemon.mail.smtp.Replies.reply;

import java.io.IOException;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPSession;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.delivery.Spool;
import org.mailstation.daemon.delivery.Verdict;
import org.mailstation.daemon.guard.Place;
import org.mailstation.daemon.guard.StrangerBrake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the lines of one letter until the line of one dot (RFC 5321 4.5.2). A line ends with CR LF
 * and neither stands alone: servers that disagree about where a letter ends have been made to take
 * one letter for two (SMTP smuggling, RFC 5321 2.3.8). After such a line the connection is cut, so
 * that nothing behind it is taken for a command.
 */
final class LetterReader implements LineHandler<SMTPSession> {
    private static final Logger LOG = LoggerFactory.getLogger(LetterReader.class);

    private final SmtpContext context;
    private final SmtpSession session;
    private final Spool spool;
    private final long largest;
    private @Nullable String refusal;

    LetterReader(SmtpContext context, SmtpSession session) {
        this.context = context;
        this.session = session;
        this.spool = new Spool(context.spool());
        this.largest = context.largestLetter();
    }

    /**
     * @param lines one line or more, each whole; what follows the line of one dot is not the
     *     letter's
     */
    @Override
    public @Nullable Response onLine(SMTPSession james, byte[] lines) {
        int kept = 0;
        int start = 0;
        while (start < lines.length) {
            int end = endOfLine(lines, start);
            if (end < 0) {
                finish();
                return goodbye("550 5.5.2 CR and LF stand only together, at the end of a line");
            }
            if (lines[start] == '.') {
                keep(lines, kept, start);
                if (end - start == 3) {
                    return handOver();
                }
                kept = start + 1; // a dot was put before the one that the line begins with
            }
            start = end;
        }
        keep(lines, kept, start);
        return null;
    }

    /** Behind the CR LF; -1 if one of the two stands alone before, or there is none. */
    private static int endOfLine(byte[] lines, int start) {
        int i = start;
        while (i < lines.length && lines[i] != '\r' && lines[i] != '\n') {
            i++;
        }
        return i + 1 < lines.length && lines[i] == '\r' && lines[i + 1] == '\n' ? i + 2 : -1;
    }

    private void keep(byte[] lines, int from, int to) {
        if (refusal != null || from == to) {
            return;
        }
        if (spool.size() + to - from > largest) {
            refusal = "552 5.3.4 Letters may have " + largest + " bytes";
            return;
        }
        try {
            spool.write(lines, from, to - from);
        } catch (IOException e) {
            LOG.error("a letter cannot be kept while it comes in", e);
            refusal = "452 4.3.1 The letter cannot be stored now, please try again later";
        }
    }

    private Response handOver() {
        try {
            spool.complete();
            return reply(refusal == null ? verdict() : refusal);
        } catch (IOException e) {
            LOG.error("a letter cannot be read back", e);
            return reply("452 4.3.1 The letter cannot be stored now, please try again later");
        } finally {
            finish();
        }
    }

    private String verdict() throws IOException {
        if (!context.hasRoomFor(spool.size())) {
            return "452 4.3.1 The disk is full, please try again later";
        }
        return switch (context.reception().accept(session.envelope(), session.origin(), spool)) {
            case Verdict.Accepted accepted -> {
                // who calls itself as we do is the station itself, which tries its own way in
                if (session.account() == null
                        && !session.origin().hello().equals(context.config().get().hostName())) {
                    context.arrivals().delivered(session.getRemoteAddress().getAddress());
                }
                judge(true);
                yield "250 2.0.0 Stored as " + accepted.id();
            }
            case Verdict.Refused refused -> {
                if (refused.reply().startsWith("5")) {
                    judge(false);
                }
                yield refused.reply();
            }
        };
    }

    /** Whoever sends nothing but what has to be refused is shut out in the end. */
    private void judge(boolean good) {
        if (session.account() != null) {
            return;
        }
        StrangerBrake strangers = context.guard().strangers();
        Place place = session.place(context.guard());
        if (good) {
            strangers.good(place);
        } else {
            strangers.bad(place);
        }
    }

    private void finish() {
        session.popLineHandler();
        session.forgetTransaction();
        close();
    }

    /** Also when the client goes away in the middle: what it did not end is dropped. */
    void close() {
        session.reading(null);
        try {
            spool.close();
        } catch (IOException e) {
            LOG.warn("a temporary file was left behind", e);
        }
    }
}
