package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.PromiseNotifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compresses what goes out, in pieces as large as what leaves together (RFC 4978). */
final class Deflating extends ChannelOutboundHandlerAdapter {
    /** Octets that are compressed also if nobody has asked for them to leave. */
    private static final int PIECE = 32 * 1024;

    private final Deflaters deflaters;
    private final List<ChannelPromise> waiting = new ArrayList<>();
    private @Nullable ByteBuf pending;

    Deflating(Deflaters deflaters) {
        this.deflaters = deflaters;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!(message instanceof ByteBuf octets)) {
            ReferenceCountUtil.release(message);
            var _ = promise.setFailure(new UnsupportedOperationException("octets only"));
            return;
        }
        ByteBuf piece = pending;
        if (piece == null) {
            piece = context.alloc().buffer(octets.readableBytes());
            pending = piece;
        }
        piece.writeBytes(octets);
        octets.release();
        waiting.add(promise);
        if (piece.readableBytes() >= PIECE) {
            pass(context);
        }
    }

    private void pass(ChannelHandlerContext context) {
        ByteBuf piece = pending;
        if (piece == null) {
            return;
        }
        pending = null;
        List<ChannelPromise> promises = List.copyOf(waiting);
        waiting.clear();
        ByteBuf out = context.alloc().buffer(piece.readableBytes() / 2 + 64);
        if (piece.isReadable()) {
            deflaters.write(piece, out);
        }
        piece.release();
        ChannelFuture written = context.write(out);
        promises.stream()
                .filter(promise -> !promise.isVoid())
                .forEach(promise -> written.addListener(new PromiseNotifier<>(promise)));
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        pass(context);
        var _ = context.flush();
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        pass(context);
        var _ = context.flush().close(promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ByteBuf piece = pending;
        pending = null;
        if (piece != null) {
            piece.release();
        }
    }
}
