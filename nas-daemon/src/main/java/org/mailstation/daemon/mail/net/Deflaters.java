package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelPipeline;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;

/**
 * What all connections that compress (RFC 4978) share. A compressor takes 256 KB, so there are only
 * as many as work at the same moment, and none belongs to a connection: each piece is compressed by
 * itself. That costs a little of what could be saved, and keeps apart what stands in different
 * answers: nobody learns from the length of one what was in another.
 */
public final class Deflaters {
    /** Of the handler that a connection has which compresses. */
    public static final String NAME = "inflating";

    /** So many are kept for the next pieces. */
    private static final int KEPT = 3;

    /** A reader has the last 32 KB that its client said, outside of the heap. */
    private static final int MOST_CONNECTIONS = 128;

    /** Shorter pieces go out as they are; a compressor would hardly gain anything. */
    private static final int WORTH_IT = 128;

    private static final int STORED_HEAD = 5;
    private static final int STEP = 4096;

    private final Queue<Deflater> idle = new ArrayBlockingQueue<>(KEPT);
    private final AtomicInteger connections = new AtomicInteger();

    /** Whether one more connection may compress. */
    public boolean hasRoom() {
        return connections.get() < MOST_CONNECTIONS;
    }

    /**
     * Compresses what goes through a connection from now on; on its thread.
     *
     * @param tls name of the handler that encrypts
     */
    public void begin(ChannelPipeline connection, String tls) {
        connection.addAfter(tls, NAME, new Inflating(this));
        connection.addAfter(NAME, "deflating", new Deflating(this));
    }

    void enter() {
        connections.incrementAndGet();
    }

    void leave() {
        connections.decrementAndGet();
    }

    /** Adds a piece in its compressed form, which ends at a full octet, and empties it. */
    void write(ByteBuf piece, ByteBuf out) {
        if (piece.readableBytes() < WORTH_IT) {
            store(piece, out);
        } else {
            deflate(piece, out);
        }
    }

    /** A block that is not compressed (RFC 1951 3.2.4). */
    private static void store(ByteBuf piece, ByteBuf out) {
        int length = piece.readableBytes();
        out.ensureWritable(STORED_HEAD + length);
        out.writeByte(0).writeShortLE(length).writeShortLE(~length).writeBytes(piece);
    }

    private void deflate(ByteBuf piece, ByteBuf out) {
        Deflater known = idle.poll();
        Deflater deflater = known == null ? new Deflater(Deflater.BEST_SPEED, true) : known;
        deflater.setInput(piece.nioBuffer());
        int room;
        int written;
        do {
            out.ensureWritable(STEP);
            ByteBuffer rest = out.nioBuffer(out.writerIndex(), out.writableBytes());
            room = rest.remaining();
            written = deflater.deflate(rest, Deflater.SYNC_FLUSH);
            out.writerIndex(out.writerIndex() + written);
        } while (written == room);
        piece.skipBytes(piece.readableBytes());
        deflater.reset();
        if (!idle.offer(deflater)) {
            deflater.end();
        }
    }
}
