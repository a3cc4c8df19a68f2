package org.mailstation.acceptance.bench.work;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Side;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.letter.Letters;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/** Looking for a word that one letter in a hundred has. */
final class Search implements Benchmark {
    private final Stock stock;
    private final int hits;
    private final Set<Side> searched = EnumSet.noneOf(Side.class);
    private final Measure first;
    private final Measure text;
    private final Measure body;
    private final Measure subject;

    Search(Stock stock, Workload workload) {
        this.stock = stock;
        this.hits = workload.box() / 100;
        this.first = measure("TEXT, the first one since the letters came,", workload, Target.NONE);
        this.text = measure("TEXT", workload, new Target.AtLeastTimes(20));
        this.body = measure("BODY", workload, new Target.AtLeastTimes(20));
        this.subject = measure("SUBJECT", workload, Target.NONE);
    }

    private static Measure measure(String key, Workload workload, Target target) {
        return Measure.less("SEARCH " + key + " in " + workload.box(), "ms", target);
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void prepare(Peer peer) throws Exception {
        stock.box(peer);
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        try (ImapTalk imap = peer.imap(Ground.READER)) {
            imap.ask("EXAMINE " + Stock.BOX);
            if (searched.add(peer.side())) {
                search(imap, peer, sheet, first, "TEXT " + Letters.RARE_TEXT);
                peer.awaitRest();
            }
            search(imap, peer, sheet, text, "TEXT " + Letters.RARE_TEXT);
            search(imap, peer, sheet, body, "BODY " + Letters.RARE_TEXT);
            search(imap, peer, sheet, subject, "SUBJECT " + Letters.RARE_SUBJECT);
        }
    }

    private void search(ImapTalk imap, Peer peer, Sheet sheet, Measure measure, String key)
            throws Exception {
        double millis =
                Stopwatch.millis(
                        () -> {
                            int found = found(imap.ask("SEARCH " + key));
                            if (found != hits) {
                                throw new IllegalStateException(
                                        peer.name() + " finds " + found + ", not " + hits);
                            }
                        });
        sheet.add(measure, peer.side(), millis);
    }

    /** Numbers behind {@code * SEARCH}. */
    static int found(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("* SEARCH"))
                .mapToInt(line -> line.strip().split(" ").length - 2)
                .sum();
    }
}
