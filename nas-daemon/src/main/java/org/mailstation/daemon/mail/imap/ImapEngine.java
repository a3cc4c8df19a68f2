package org.mailstation.daemon.mail.imap;

import com.google.common.collect.ImmutableSet;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imapserver.netty.ImapMetrics;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.imapserver.netty.ReactiveThrottler;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.mailstation.daemon.mail.net.Deflaters;
import org.mailstation.daemon.mail.net.FlushesTogether;
import org.mailstation.daemon.mail.net.IdleWatch;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.mail.net.Outgoing;
import org.mailstation.daemon.mail.net.QuietEnd;
import org.mailstation.daemon.mail.net.ReadOnDemand;
import org.mailstation.daemon.mail.net.StationEncryption;

/** Puts James's IMAP engine together. */
public final class ImapEngine {
    static final String GUARD = "strangerGuard";

    private static final int LONGEST_LINE = 64 * 1024;

    /** A larger literal goes to a temporary file. */
    private static final int LITERAL_IN_MEMORY = 1 << 20;

    /**
     * What James does in part only: it takes no list of patterns (RFC 5258 3), on which the other
     * LISTs build.
     */
    private static final ImmutableSet<String> UNFINISHED =
            ImmutableSet.of("LIST-EXTENDED", "LIST-STATUS", "LIST-MYRIGHTS");

    private static final int CONCURRENT_REQUESTS = 128;
    private static final int WAITING_REQUESTS = 4096;
    private static final int IDLE_SECONDS = 180;

    /** Periods of silence: together the half hour of RFC 3501 5.4. */
    private static final int IDLE_PERIODS = 11;

    private final ImapDecoder decoder = ImapReader.create();
    private final ImapEncoder encoder = ImapWriter.create();
    private final ImapProcessor processor;
    private final ImapMetrics metrics;
    private final ReactiveThrottler throttler =
            new ReactiveThrottler(new NoopGaugeRegistry(), CONCURRENT_REQUESTS, WAITING_REQUESTS);
    private final Deflaters deflaters = new Deflaters();
    private final Supplier<String> hostName;
    private final LongSupplier largestLetter;

    public ImapEngine(
            ImapProcessor processor,
            MetricFactory metrics,
            Supplier<String> hostName,
            LongSupplier largestLetter) {
        this.processor = processor;
        this.metrics = new ImapMetrics(metrics);
        this.hostName = hostName;
        this.largestLetter = largestLetter;
        processor.configure(
                ImapConfiguration.builder()
                        .enableIdle(true)
                        .idleTimeInterval(2)
                        .idleTimeIntervalUnit(TimeUnit.MINUTES)
                        .isCondstoreEnable(true)
                        .disabledCaps(UNFINISHED)
                        .maxQueueSize(WAITING_REQUESTS)
                        .concurrentRequests(CONCURRENT_REQUESTS)
                        .isProvisionDefaultMailboxes(true)
                        .withCustomProperties(new Properties())
                        .build());
    }

    public Listener.Protocol protocol(StationEncryption encryption) {
        return channel -> begin(channel, encryption);
    }

    private void begin(SocketChannel channel, StationEncryption encryption) {
        int largest = Math.toIntExact(Math.min(largestLetter.getAsLong(), Integer.MAX_VALUE));
        ChannelPipeline pipeline = channel.pipeline();
        if (!encryption.isStartTLS()) {
            pipeline.addFirst(NettyConstants.SSL_HANDLER, encryption.sslHandler());
        }
        pipeline.addLast("flushes", new FlushesTogether())
                .addLast(Outgoing.NAME, new Outgoing(Duration.ofSeconds(IDLE_SECONDS)))
                .addLast(
                        NettyConstants.TIMEOUT_HANDLER,
                        new IdleWatch(IDLE_SECONDS, IDLE_PERIODS, ImapEngine::signedIn))
                .addLast(NettyConstants.CHUNK_WRITE_HANDLER, new ChunkedWriteHandler())
                .addLast(NettyConstants.FRAMER, new DeafFramer(pipeline, LONGEST_LINE))
                .addLast(GUARD, new StrangerGuard(largest))
                .addLast(
                        NettyConstants.REQUEST_DECODER,
                        new RequestDecoder(decoder, LITERAL_IN_MEMORY, largest, LONGEST_LINE))
                .addLast("readOnDemand", new ReadOnDemand())
                .addLast("quietEnd", new QuietEnd(StationImapHandler::afterAnswers))
                .addLast(NettyConstants.CORE_HANDLER, core(encryption));
    }

    private StationImapHandler core(StationEncryption encryption) {
        return new StationImapHandler(
                hostName.get() + " Mail Station is ready.",
                processor,
                encoder,
                encryption,
                metrics,
                throttler,
                deflaters);
    }

    private static boolean signedIn(Channel channel) {
        var session = channel.attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).get();
        return session != null && session.getState() != ImapSessionState.NON_AUTHENTICATED;
    }
}
