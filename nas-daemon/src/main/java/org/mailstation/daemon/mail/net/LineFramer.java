package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what comes in into lines, their ends kept. Between the answer to STARTTLS and the end of the
 * handshake it throws everything away: what somebody in between has put behind STARTTLS must not be
 * taken for the client's words (RFC 3207 4.2, CVE-2011-0411).
 */
public final class LineFramer extends LineBasedFrameDecoder {
    private static final int DOT_LINE = 3;

    private final int longest;
    private boolean deaf;
    private boolean inLetter;

    /**
     * @param longest line in bytes; a longer one is reported as {@code TooLongFrameException}
     */
    public LineFramer(int longest) {
        super(longest, false, false);
        this.longest = longest;
    }

    /**
     * From now on what comes in is handed on as many whole lines at a time as are there, up to and
     * with the line of one dot that ends a letter (RFC 5321 4.5.2). To be called on the
     * connection's thread.
     */
    void letterBegins() {
        inLetter = true;
    }

    /** After it lines are commands again. To be called on the connection's thread. */
    void letterEnds() {
        inLetter = false;
    }

    /** To be called on the connection's thread. */
    void deafUntilHandshake() {
        deaf = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (deaf) {
            ReferenceCountUtil.release(message);
            return;
        }
        super.channelRead(context, message);
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf buffer)
            throws Exception {
        if (deaf) {
            buffer.skipBytes(buffer.readableBytes());
            return null;
        }
        if (!inLetter) {
            return super.decode(context, buffer);
        }
        int lines = wholeLines(buffer);
        if (lines > 0) {
            return buffer.readRetainedSlice(lines);
        }
        // Netty's decoder remembers how far it has looked, so it must not see a line that it does
        // not cut off itself; of one that is too long it only says so
        return buffer.readableBytes() > longest ? super.decode(context, buffer) : null;
    }

    /** Octets of the lines that can be handed on at once; 0 if the first one is not whole. */
    private int wholeLines(ByteBuf buffer) {
        int begin = buffer.readerIndex();
        int start = begin;
        int end;
        while ((end = buffer.indexOf(start, buffer.writerIndex(), (byte) '\n') + 1) > 0
                && end - start <= longest) {
            boolean dot =
                    end - start == DOT_LINE
                            && buffer.getByte(start) == '.'
                            && buffer.getByte(start + 1) == '\r';
            start = end;
            if (dot) {
                inLetter = false;
                break;
            }
        }
        return start - begin;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent) {
            deaf = false;
        }
        super.userEventTriggered(context, event);
    }
}
