package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.Pop3Talk;

/** A POP3 program that fetches a full mailbox, one letter after the other. */
final class Retrieve implements Benchmark {
    private static final Measure SIGN_IN = Measure.less("POP3 sign-in and STAT", "ms", Target.NONE);

    private final Measure rate;
    private final Stock stock;
    private final int count;

    Retrieve(Stock stock, int count) {
        this.stock = stock;
        this.count = count;
        this.rate =
                Measure.more(
                        "POP3 RETR of " + count + ", 10 kB",
                        "letters/s",
                        new Target.AtLeastTimes(1));
    }

    @Override
    public String name() {
        return "retr";
    }

    @Override
    public void prepare(Peer peer) throws Exception {
        stock.inbox(peer, Ground.COLLECTOR, count);
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        long begun = System.nanoTime();
        try (Pop3Talk pop3 = peer.pop3(Ground.COLLECTOR)) {
            int letters = pop3.letters();
            sheet.add(SIGN_IN, peer.side(), (System.nanoTime() - begun) / 1e6);
            if (letters != count) {
                throw new IllegalStateException(letters + " letters, not " + count);
            }
            double seconds =
                    Stopwatch.seconds(
                            () -> {
                                for (int i = 1; i <= count; i++) {
                                    pop3.retrieve(i);
                                }
                            });
            sheet.add(rate, peer.side(), count / seconds);
        }
    }
}
