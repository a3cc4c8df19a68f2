package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts connections on which nothing moves: strangers after one period, people who have signed in
 * after several. A stranger who keeps a connection open by an octet now and then is cut, too.
 */
public final class IdleWatch extends IdleStateHandler {
    private final int patience;
    private final Predicate<Channel> signedIn;
    private int periods;

    /** In one period; no mail program and no mail server says so little. */
    private static final int LEAST_OF_STRANGERS = 500;

    private final long seconds;
    private long heard;
    private @Nullable Future<?> nextCount;

    /**
     * @param seconds length of a period
     * @param patience periods that somebody who has signed in may be silent
     */
    public IdleWatch(int seconds, int patience, Predicate<Channel> signedIn) {
        super(0, 0, seconds);
        this.seconds = seconds;
        this.patience = patience;
        this.signedIn = signedIn;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        periods = 0;
        if (message instanceof ByteBuf octets) {
            heard += octets.readableBytes();
        }
        super.channelRead(context, message);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Exception {
        super.handlerAdded(context);
        count(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) throws Exception {
        Future<?> next = nextCount;
        if (next != null) {
            next.cancel(false);
        }
        super.handlerRemoved(context);
    }

    /** On the connection's thread. */
    private void count(ChannelHandlerContext context) {
        heard = 0;
        nextCount =
                context.executor()
                        .schedule(
                                () -> {
                                    if (heard < LEAST_OF_STRANGERS
                                            && !signedIn.test(context.channel())) {
                                        var _ = context.close();
                                    } else {
                                        count(context);
                                    }
                                },
                                seconds,
                                TimeUnit.SECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        periods++;
        if (periods >= patience || !signedIn.test(context.channel())) {
            var _ = context.close();
        }
    }
}
