package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/** Opening a mailbox, and asking for its state without opening it. */
final class Open implements Benchmark {
    private static final int TIMES = 5;
    private static final Target LEVEL = new Target.AtLeastTimes(1);

    private final boolean big;
    private final Stock stock;
    private final String box;
    private final Measure select;
    private final Measure status;

    Open(Stock stock, Workload workload, boolean big) {
        this.stock = stock;
        this.big = big;
        this.box = big ? Stock.BIG_BOX : Stock.BOX;
        int letters = big ? workload.bigBox() : workload.box();
        this.select = Measure.less("SELECT of " + letters, "ms", LEVEL);
        this.status = Measure.less("STATUS of " + letters, "ms", LEVEL);
    }

    @Override
    public String name() {
        return big ? "select-big" : "select";
    }

    @Override
    public void prepare(Peer peer) throws Exception {
        if (big) {
            stock.bigBox(peer);
        } else {
            stock.box(peer);
        }
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        try (ImapTalk imap = peer.imap(Ground.READER)) {
            String asked = "STATUS " + box + " (MESSAGES UNSEEN UIDNEXT)";
            sheet.add(status, peer.side(), Stopwatch.millis(TIMES, () -> imap.ask(asked)));
            sheet.add(
                    select, peer.side(), Stopwatch.millis(TIMES, () -> imap.ask("SELECT " + box)));
        }
    }
}
