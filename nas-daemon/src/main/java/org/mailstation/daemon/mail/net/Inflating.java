package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client has compressed (RFC 4978). A few octets can stand for a million, so no more
 * is unpacked than what is usually read at a time, and more only when that has been worked on: to
 * those behind it is as if the client had sent it so.
 */
final class Inflating extends ChannelDuplexHandler {
    /** Octets that are handed on at a time. */
    static final int PIECE = 16 * 1024;

    private final Deflaters deflaters;
    private final Inflater inflater = new Inflater(true);
    private final Deque<ByteBuf> packed = new ArrayDeque<>();

    /** What the inflater is reading. */
    private @Nullable ByteBuf current;

    private boolean mayBeMore;
    private boolean asked;
    private boolean ended;

    Inflating(Deflaters deflaters) {
        this.deflaters = deflaters;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deflaters.enter();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!ended && message instanceof ByteBuf octets) {
            packed.add(octets);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        handOn(context);
        context.fireChannelReadComplete();
    }

    /** Whoever asks for more gets first what is here. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (ended || !hasMore()) {
            var _ = context.read();
        } else if (!asked) {
            asked = true;
            context.executor()
                    .execute(
                            () -> {
                                asked = false;
                                handOn(context);
                                context.fireChannelReadComplete();
                            });
        }
    }

    private boolean hasMore() {
        return mayBeMore || !packed.isEmpty();
    }

    private void handOn(ChannelHandlerContext context) {
        if (ended || !hasMore()) {
            return;
        }
        ByteBuf piece = context.alloc().buffer(PIECE, PIECE);
        try {
            unpack(piece);
        } catch (DataFormatException e) {
            end();
            context.fireExceptionCaught(new IOException("not compressed as RFC 1951 says", e));
        }
        if (piece.isReadable() && !ended) {
            context.fireChannelRead(piece);
        } else {
            piece.release();
        }
    }

    private void unpack(ByteBuf piece) throws DataFormatException {
        while (piece.isWritable()) {
            int start = piece.writerIndex();
            int count = inflater.inflate(piece.nioBuffer(start, piece.writableBytes()));
            piece.writerIndex(start + count);
            if (inflater.finished() || count == 0 && !inflater.needsInput()) {
                throw new DataFormatException("the client has ended what it compressed");
            }
            if (count == 0 && !next()) {
                break;
            }
        }
        mayBeMore = !piece.isWritable();
    }

    private boolean next() {
        if (current != null) {
            current.release();
        }
        ByteBuf following = packed.poll();
        current = following;
        if (following == null) {
            return false;
        }
        inflater.setInput(following.nioBuffer());
        return true;
    }

    private void end() {
        ended = true;
        mayBeMore = false;
        packed.forEach(ByteBuf::release);
        packed.clear();
        if (current != null) {
            current.release();
            current = null;
        }
        inflater.end();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        deflaters.leave();
        if (!ended) {
            end();
        }
    }
}
