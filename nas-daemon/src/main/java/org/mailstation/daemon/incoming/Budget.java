package org.mailstation.daemon.incoming;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;

/**
 * A resolver that answers only so long and so often: the client waits meanwhile, and a letter can
 * be made to ask hundreds of questions.
 */
final class Budget implements NameServer {
    /** RFC 7208 4.6.4 allows 10 and what those lead to; DKIM, DMARC and the rest need some more. */
    private static final int MOST_QUESTIONS = 120;

    /** Half of what a client waits at least for the answer to its letter (RFC 5321 4.5.3.2.6). */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final DnsAnswer SPENT =
            new DnsAnswer.CouldNotTell(DnsAnswer.Reason.TIMEOUT, "not asked: it took too long");

    private final NameServer resolver;
    private final Clock clock;
    private final Instant end;
    private int asked;

    Budget(NameServer resolver, Clock clock) {
        this.resolver = resolver;
        this.clock = clock;
        this.end = clock.instant().plus(LONGEST);
    }

    @Override
    public DnsReply ask(DnsQuestion question) {
        return asked++ < MOST_QUESTIONS && clock.instant().isBefore(end)
                ? resolver.ask(question)
                : new DnsReply("", question, SPENT, false, false);
    }
}
