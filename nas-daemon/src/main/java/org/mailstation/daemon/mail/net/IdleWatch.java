package org.mailstation.daemon.mail.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.function.Predicate;

/**
 * Cuts connections on which nothing moves: strangers after one period, people who have signed in
 * after several.
 */
public final class IdleWatch extends IdleStateHandler {
    private final int patience;
    private final Predicate<Channel> signedIn;
    private int periods;

    /**
     * @param seconds length of a period
     * @param patience periods that somebody who has signed in may be silent
     */
    public IdleWatch(int seconds, int patience, Predicate<Channel> signedIn) {
        super(0, 0, seconds);
        this.patience = patience;
        this.signedIn = signedIn;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        periods = 0;
        super.channelRead(context, message);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        periods++;
        if (periods >= patience || !signedIn.test(context.channel())) {
            var _ = context.close();
        }
    }
}
