package org.mailstation.daemon.mail.imap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imapserver.netty.NettyConstants;

/**
 * Looks for announcements of literals ({@code {123}} at the end of a line, RFC 3501 4.3) before
 * James does, and ends connections that announce too much: James 3.8.1 would wait for two gigabytes
 * from a stranger (CVE-2024-37358).
 */
final class StrangerGuard extends ChannelInboundHandlerAdapter {
    private static final Pattern LITERAL = Pattern.compile("\\{([0-9]+)\\+?}\\r?\\n?$");
    private static final long LARGEST_OF_STRANGERS = 8192;
    private static final int MOST_OF_STRANGERS = 64;
    private static final int LONGEST_ANNOUNCEMENT = 40;

    private static final int LONGEST_LINE = 64 * 1024;

    private final long largest;
    private int announced;
    private long unframed;
    private String tail = "";

    /**
     * @param largest literal of somebody who has signed in, in bytes
     */
    StrangerGuard(long largest) {
        this.largest = largest;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && isTooMuch(context, bytes)) {
            bytes.release();
            context.writeAndFlush(
                            Unpooled.copiedBuffer(
                                    "* BYE Literal too large\r\n", StandardCharsets.US_ASCII))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean isTooMuch(ChannelHandlerContext context, ByteBuf bytes) {
        boolean line = context.pipeline().get(NettyConstants.FRAMER) != null;
        ImapSession session =
                context.channel().attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).get();
        boolean stranger =
                session == null || session.getState() == ImapSessionState.NON_AUTHENTICATED;
        // while a literal comes in, the announcement of the next one may be cut anywhere
        unframed = line ? 0 : unframed + bytes.readableBytes();
        String end = (line ? "" : tail) + lastOf(bytes);
        tail = end.substring(Math.max(0, end.length() - LONGEST_ANNOUNCEMENT));
        if (unframed > (stranger ? LONGEST_LINE : largest + LONGEST_LINE)) {
            return true;
        }
        Matcher literal = LITERAL.matcher(end);
        if (!literal.find() || (!line && !stranger)) {
            return false;
        }
        String digits = literal.group(1);
        long size = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
        return stranger
                ? size > LARGEST_OF_STRANGERS || ++announced > MOST_OF_STRANGERS
                : size > largest;
    }

    private static String lastOf(ByteBuf bytes) {
        int length = Math.min(bytes.readableBytes(), LONGEST_ANNOUNCEMENT);
        return bytes.toString(bytes.writerIndex() - length, length, StandardCharsets.US_ASCII);
    }
}
