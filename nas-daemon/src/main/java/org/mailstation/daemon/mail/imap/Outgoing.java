package org.mailstation.daemon.mail.imap;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a connection's thread wait until its client has taken enough of what was written. It stands
 * on the event loop, which goes on while that thread waits.
 */
final class Outgoing extends ChannelInboundHandlerAdapter {
    static final String NAME = "outgoing";

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /**
     * Waits until the client has taken enough.
     *
     * @return {@code false} if the connection has ended
     */
    boolean awaitRoom(Channel channel) throws InterruptedException {
        if (channel.isWritable()) {
            return channel.isActive();
        }
        lock.lock();
        try {
            while (!channel.isWritable() && channel.isActive()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
        return channel.isActive();
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
