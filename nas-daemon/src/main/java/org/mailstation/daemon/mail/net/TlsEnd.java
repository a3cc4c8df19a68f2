package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.net.ssl.SSLEngine;

/**
 * Netty's TLS for a client that says all it has to say, closes its side, and listens (RFC 8446
 * 6.1). BoringSSL's engine closes both sides as soon as it reads the client's farewell, so that is
 * shown to it only when what came before has been answered.
 */
final class TlsEnd extends SslHandler {
    private final Farewells farewells = new Farewells();
    private final Deque<Object> held = new ArrayDeque<>();
    private boolean holding;

    TlsEnd(SSLEngine engine) {
        super(engine);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (holding) {
            held.add(message);
            return;
        }
        QuietEnd end = context.pipeline().get(QuietEnd.class);
        if (!(message instanceof ByteBuf octets) || end == null) {
            super.channelRead(context, message);
            return;
        }
        int before = farewells.next(octets);
        if (before == 0 && end.isAlwaysAnswered()) {
            farewells.pass();
            before = farewells.next(octets);
        }
        if (before < 0) {
            super.channelRead(context, message);
            return;
        }
        holding = true;
        held.add(octets);
        if (before > 0) {
            super.channelRead(context, octets.readRetainedSlice(before));
            super.channelReadComplete(context);
        }
        end.afterAnswers(context.channel(), () -> goOn(context));
    }

    /** Nobody asks for more before what is held has gone on. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (!holding) {
            super.channelReadComplete(context);
        }
    }

    private void goOn(ChannelHandlerContext context) {
        if (!context.executor().inEventLoop()) {
            context.executor().execute(() -> goOn(context));
            return;
        }
        holding = false;
        farewells.pass();
        Deque<Object> all = new ArrayDeque<>(held);
        held.clear();
        for (Object message : all) {
            try {
                if (context.isRemoved()) {
                    ReferenceCountUtil.release(message);
                } else {
                    channelRead(context, message);
                }
            } catch (Exception e) {
                context.fireExceptionCaught(e);
            }
        }
        if (!context.isRemoved()) {
            tell(context);
        }
    }

    private void tell(ChannelHandlerContext context) {
        try {
            channelReadComplete(context);
        } catch (Exception e) {
            context.fireExceptionCaught(e);
        }
    }

    @Override
    public void handlerRemoved0(ChannelHandlerContext context) throws Exception {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        super.handlerRemoved0(context);
    }
}
