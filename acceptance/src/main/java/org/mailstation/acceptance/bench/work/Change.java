package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/** Copying, marking and removing many letters with one command each. */
final class Change implements Benchmark {
    private final Stock stock;
    private final int count;
    private final Measure copy;
    private final Measure store;
    private final Measure expunge;
    private int boxes;

    Change(Stock stock, Workload workload) {
        this.stock = stock;
        this.count = workload.some();
        this.copy = Measure.less("COPY of " + count, "ms", Target.NONE);
        this.store = Measure.less("STORE of " + count, "ms", Target.NONE);
        this.expunge = Measure.less("EXPUNGE of " + count, "ms", Target.NONE);
    }

    @Override
    public String name() {
        return "change";
    }

    @Override
    public void prepare(Peer peer) throws Exception {
        stock.box(peer);
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        boxes++;
        String box = "Change-" + boxes;
        try (ImapTalk imap = peer.imap(Ground.READER)) {
            imap.ask("CREATE " + box);
            imap.ask("SELECT " + Stock.BOX);
            time(imap, peer, sheet, copy, "COPY 1:" + count + " " + box);
            imap.ask("SELECT " + box);
            time(imap, peer, sheet, store, "STORE 1:* +FLAGS (\\Deleted)");
            time(imap, peer, sheet, expunge, "EXPUNGE");
            int left = imap.messages(box);
            if (left != 0) {
                throw new IllegalStateException(left + " letters are left in " + box);
            }
        }
    }

    private static void time(ImapTalk imap, Peer peer, Sheet sheet, Measure measure, String command)
            throws Exception {
        sheet.add(measure, peer.side(), Stopwatch.millis(() -> imap.count(command)));
    }
}
