package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/** What mail programs fetch: flags, lists, and letters. */
final class Fetch implements Benchmark {
    private static final Target LEVEL = new Target.AtLeastTimes(1);
    private static final String FIELDS =
            "BODY.PEEK[HEADER.FIELDS (FROM TO CC SUBJECT DATE MESSAGE-ID)]";

    private final Stock stock;
    private final int box;
    private final int bodies;
    private final int some;
    private final Measure flags;
    private final Measure envelopes;
    private final Measure fields;
    private final Measure structures;
    private final Measure oneByOne;
    private final Measure atOnce;

    Fetch(Stock stock, Workload workload) {
        this.stock = stock;
        this.box = workload.box();
        this.bodies = workload.bodies();
        this.flags = measure("flags of " + box);
        this.envelopes = measure("envelopes of " + box);
        this.fields = measure("header fields of " + box);
        this.structures = measure("body structures of " + box);
        this.oneByOne = measure(bodies + " letters one by one");
        this.atOnce = measure(workload.some() + " letters at once");
        this.some = workload.some();
    }

    private static Measure measure(String what) {
        return Measure.less("FETCH " + what, "ms", LEVEL);
    }

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public void prepare(Peer peer) throws Exception {
        stock.box(peer);
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        try (ImapTalk imap = peer.imap(Ground.READER)) {
            imap.count("EXAMINE " + Stock.BOX);
            bulk(imap, peer, sheet, flags, box, "UID FETCH 1:* (FLAGS)");
            bulk(imap, peer, sheet, envelopes, box, "UID FETCH 1:* (ENVELOPE)");
            bulk(imap, peer, sheet, fields, box, "UID FETCH 1:* (FLAGS " + FIELDS + ")");
            bulk(imap, peer, sheet, structures, box, "UID FETCH 1:* (BODYSTRUCTURE)");
            bulk(imap, peer, sheet, atOnce, some, "FETCH 1:" + some + " (BODY.PEEK[])");
            sheet.add(oneByOne, peer.side(), Stopwatch.millis(() -> oneByOne(imap)));
        }
    }

    private static void bulk(
            ImapTalk imap, Peer peer, Sheet sheet, Measure measure, int count, String command)
            throws Exception {
        sheet.add(
                measure,
                peer.side(),
                Stopwatch.millis(
                        () -> {
                            int answers = imap.count(command).answers();
                            if (answers < count) {
                                throw new IllegalStateException(
                                        command + ": " + answers + " answers, not " + count);
                            }
                        }));
    }

    private void oneByOne(ImapTalk imap) throws Exception {
        for (int i = 1; i <= bodies; i++) {
            if (imap.count("FETCH " + i + " (BODY.PEEK[])").octets() == 0) {
                throw new IllegalStateException("letter " + i + " is empty");
            }
        }
    }
}
