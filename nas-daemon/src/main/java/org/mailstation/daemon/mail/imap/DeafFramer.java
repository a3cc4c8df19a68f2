package org.mailstation.daemon.mail.imap;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.imapserver.netty.SwitchableLineBasedFrameDecoder;
import org.jspecify.annotations.Nullable;

/**
 * James's cutter of IMAP lines, which after STARTTLS hears nothing until the handshake has ended:
 * what was put behind it in clear is not the client's (RFC 3501 6.2.1, CVE-2011-0411).
 */
final class DeafFramer extends SwitchableLineBasedFrameDecoder {
    private static final Pattern STARTTLS = Pattern.compile("(?i)[^ ]+ STARTTLS[ \\r\\n]*");

    private boolean deaf;

    DeafFramer(ChannelPipeline pipeline, int longest) {
        super(pipeline, longest, false);
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
        Object line = super.decode(context, buffer);
        ImapSession session =
                context.channel().attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).get();
        if (line instanceof ByteBuf bytes
                && bytes.readableBytes() < 100
                && session != null
                && session.supportStartTLS()) {
            deaf = STARTTLS.matcher(bytes.toString(StandardCharsets.US_ASCII)).matches();
        }
        return line;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent) {
            deaf = false;
        }
        super.userEventTriggered(context, event);
    }
}
