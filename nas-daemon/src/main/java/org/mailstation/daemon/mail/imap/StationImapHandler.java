package org.mailstation.daemon.mail.imap;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imapserver.netty.IMAPServer.AuthenticationConfiguration;
import org.apache.james.imapserver.netty.ImapChannelUpstreamHandler;
import org.apache.james.imapserver.netty.ImapMetrics;
import org.apache.james.imapserver.netty.ReactiveThrottler;
import org.apache.james.protocols.netty.Encryption;
import org.mailstation.daemon.mail.net.Deflaters;
import reactor.core.publisher.Mono;

/** James's handler of IMAP commands, with our session. */
final class StationImapHandler extends ImapChannelUpstreamHandler {
    private static final Duration HEARTBEAT = Duration.ofMinutes(2);

    private final Encryption encryption;
    private final Deflaters deflaters;

    StationImapHandler(
            String hello,
            ImapProcessor processor,
            ImapEncoder encoder,
            Encryption encryption,
            ImapMetrics metrics,
            ReactiveThrottler throttler,
            Deflaters deflaters) {
        super(
                hello,
                processor,
                encoder,
                false,
                encryption,
                metrics,
                new AuthenticationConfiguration(true, true),
                true,
                (int) HEARTBEAT.toSeconds(),
                throttler);
        this.encryption = encryption;
        this.deflaters = deflaters;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        super.channelActive(context);
        var place = context.channel().attr(IMAP_SESSION_ATTRIBUTE_KEY);
        ImapSession james = place.get();
        ImapSession ours =
                new StationImapSession(context.channel(), encryption, james.sessionId(), deflaters);
        ours.setAttribute(MDC_KEY, james.getAttribute(MDC_KEY));
        place.set(ours);
    }

    /** Commands are answered on other threads, one after the other: the work waits for its turn. */
    static void afterAnswers(Channel channel, Runnable work) {
        var _ =
                channel.attr(LINEARALIZER_ATTRIBUTE_KEY)
                        .get()
                        .execute(Mono.fromRunnable(work))
                        .subscribe();
    }
}
