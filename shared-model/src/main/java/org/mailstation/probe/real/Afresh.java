package org.mailstation.probe.real;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

/**
 * The name servers that this computer is set to ask, looked up for each question: a network may
 * change while the program runs. They are asked for signatures (RFC 3225).
 */
final class Afresh implements Resolver {
    /** Fits into one packet nearly everywhere (DNS Flag Day 2020); what is longer comes by TCP. */
    private static final int LARGEST = 1232;

    private final Duration patience;
    private final Supplier<Resolver> servers;

    Afresh(Duration patience, Supplier<Resolver> servers) {
        this.patience = patience;
        this.servers = servers;
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        Resolver system = servers.get();
        system.setTimeout(patience);
        system.setEDNS(0, LARGEST, ExtendedFlags.DO, List.of());
        return system.sendAsync(query, executor);
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query) {
        return sendAsync(query, Thread::startVirtualThread);
    }

    @Override
    public Duration getTimeout() {
        return patience;
    }

    // it is always asked in the same way, whatever the one who proves the answers would like

    @Override
    public void setPort(int port) {}

    @Override
    public void setTCP(boolean always) {}

    @Override
    public void setIgnoreTruncation(boolean ignored) {}

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

    @Override
    public void setTSIGKey(TSIG key) {}

    @Override
    public void setTimeout(Duration other) {}
}
