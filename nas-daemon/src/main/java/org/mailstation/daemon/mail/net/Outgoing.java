package org.mailstation.daemon.mail.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.nio.AbstractNioChannel.NioUnsafe;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever answers at length wait until the client has taken enough of what was written. The
 * connection's own thread moves the bytes itself meanwhile.
 */
public final class Outgoing extends ChannelInboundHandlerAdapter {
    public static final String NAME = "outgoing";

    private final Duration patience;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean givenUp;
    private volatile @Nullable Selector waiting;

    /**
     * @param patience how long a client may take nothing before the connection ends
     */
    public Outgoing(Duration patience) {
        this.patience = patience;
    }

    /** Lets nobody wait for this client any more; from any thread. */
    static void giveUp(Channel channel) {
        Outgoing outgoing = channel.pipeline().get(Outgoing.class);
        if (outgoing != null) {
            outgoing.givenUp = true;
            Selector selector = outgoing.waiting;
            if (selector != null) {
                selector.wakeup();
            }
        }
    }

    /**
     * Waits until the client has taken enough.
     *
     * @return {@code false} if the connection has ended
     */
    public boolean awaitRoom(Channel channel) throws InterruptedException {
        if (channel.isWritable()) {
            return channel.isActive();
        }
        if (!channel.eventLoop().inEventLoop()) {
            awaitLoop(channel);
        } else if (channel instanceof AbstractNioChannel socket) {
            try {
                moveBytes(socket);
            } catch (IOException e) {
                var _ = channel.close();
            }
        }
        return channel.isActive();
    }

    private void awaitLoop(Channel channel) throws InterruptedException {
        lock.lock();
        try {
            while (!channel.isWritable() && channel.isActive()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void moveBytes(AbstractNioChannel channel) throws IOException {
        NioUnsafe socket = channel.unsafe();
        try (Selector selector = Selector.open()) {
            waiting = selector;
            if (channel.isActive()) {
                socket.ch().register(selector, SelectionKey.OP_WRITE);
            }
            while (!channel.isWritable() && channel.isActive()) {
                if (givenUp || selector.select(patience.toMillis()) == 0) {
                    var _ = channel.close();
                } else {
                    selector.selectedKeys().clear();
                    socket.forceFlush();
                }
            }
        } finally {
            waiting = null;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        wake();
        super.channelWritabilityChanged(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        wake();
        super.channelInactive(context);
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
