package org.mailstation.acceptance.bench.work;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Side;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.letter.Letters;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Memory;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/**
 * Whether a huge mailbox needs more memory than a large one, when the daemon has as little as on
 * the smallest computer. Each mailbox is used by a daemon that was just started, in the same steps;
 * after each the memory is noted. What counts is the daemon's own memory: the pages of mapped files
 * (the index of words grows with the letters) are the system's, which drops them when it needs
 * them. Only our own server: the other one has nothing that is bounded.
 */
final class Huge implements Benchmark {
    private static final int SETTLE_MILLIS = 2000;
    private static final int LOOKS = 120;
    private static final int PATIENCE_SECONDS = 1200;
    private static final int LOOK_MILLIS = 5000;
    private static final double QUICK_MILLIS = 1000;
    private static final double MEGABYTE = 1e6;
    private static final double SAME = 1.1;

    private final Letters letters;
    private final int large;
    private final int huge;

    Huge(Letters letters, Workload workload) {
        this.letters = letters;
        this.large = workload.box();
        this.huge = workload.huge();
    }

    @Override
    public String name() {
        return "huge";
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public int rounds(int usual) {
        return 1;
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        if (peer.side() != Side.STATION) {
            return;
        }
        double usual = use(peer, sheet, large);
        Measure growth =
                Measure.less(
                        "own memory with " + huge + " letters against " + large,
                        "times",
                        new Target.AtMost(SAME));
        sheet.add(growth, peer.side(), use(peer, sheet, huge) / usual);
        peer.stop();
        peer.start();
    }

    /** Gives the largest own memory that was seen, in MB. */
    private double use(Peer peer, Sheet sheet, int count) throws Exception {
        String box = "Huge-" + count;
        peer.stop();
        peer.startSmall();
        try (ImapTalk imap = peer.imap(Ground.READER)) {
            imap.ask("CREATE " + box);
        }
        double filling =
                Stopwatch.millis(
                        () ->
                                peer.fill(
                                        Ground.READER,
                                        box,
                                        count,
                                        number -> letters.letter(number, Workload.SHORT)));
        Steps steps = new Steps(peer, sheet, count);
        steps.note("filling", filling);
        peer.stop();
        peer.startSmall();
        try (ImapTalk imap = peer.imap(Ground.READER)) {
            imap.waitUpTo(PATIENCE_SECONDS);
            steps.note("signing in", 0);
            steps.step(imap, "SELECT " + box, "SELECT", -1);
            steps.step(imap, "STATUS " + box + " (MESSAGES UNSEEN)", "STATUS", 1);
            steps.step(imap, "FETCH 1:* FLAGS", "FETCH flags", count);
            steps.step(imap, "FETCH 1:* ENVELOPE", "FETCH envelopes", count);
            steps.step(imap, "SEARCH UNSEEN", "SEARCH UNSEEN", -1);
            steps.step(imap, "SEARCH TEXT " + Letters.RARE_TEXT, "first SEARCH TEXT", -1);
            steps.awaitIndex(imap);
            push(peer, imap, steps, box);
            change(imap, steps, box);
        }
        return steps.most();
    }

    /** Everything at once, as somebody does who tidies up. */
    private static void change(ImapTalk imap, Steps steps, String box) throws Exception {
        int all = steps.count() + 1;
        String copy = box + "-copy";
        steps.step(imap, "STORE 1:* +FLAGS (\\Flagged)", "STORE", -1);
        steps.step(imap, "STORE 1:* +FLAGS.SILENT (\\Answered)", "STORE silently", -1);
        imap.ask("CREATE " + copy);
        steps.step(imap, "COPY 1:* " + copy, "COPY", -1);
        expect(imap, copy, all);
        imap.ask("SELECT " + copy);
        steps.step(imap, "STORE 1:* +FLAGS.SILENT (\\Deleted)", "STORE in the copy", -1);
        steps.step(imap, "EXPUNGE", "EXPUNGE", -1);
        expect(imap, copy, 0);
        expect(imap, box, all);
    }

    private static void expect(ImapTalk imap, String box, int count) throws Exception {
        int found = imap.messages(box);
        if (found != count) {
            throw new IllegalStateException(found + " letters in " + box + ", not " + count);
        }
    }

    private void push(Peer peer, ImapTalk imap, Steps steps, String box) throws Exception {
        imap.idle();
        try (ImapTalk other = peer.imap(Ground.READER)) {
            double millis =
                    Stopwatch.millis(
                            () -> {
                                other.append(box, letters.letter(steps.count(), Workload.SHORT));
                                imap.awaitExists(steps.count() + 1);
                            });
            steps.note("IDLE, from APPEND to EXISTS", millis);
        }
        imap.done();
    }

    /** Notes for one mailbox how long each step takes, and the memory after it. */
    private static final class Steps {
        private final Peer peer;
        private final Sheet sheet;
        private final int count;
        private final List<Double> memory = new ArrayList<>();

        Steps(Peer peer, Sheet sheet, int count) {
            this.peer = peer;
            this.sheet = sheet;
            this.count = count;
        }

        int count() {
            return count;
        }

        double most() {
            return memory.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        /**
         * @param answers that there must be, or -1
         */
        void step(ImapTalk imap, String command, String what, int answers) throws Exception {
            double millis =
                    Stopwatch.millis(
                            () -> {
                                int got = imap.count(command).answers();
                                if (answers >= 0 && got != answers) {
                                    throw new IllegalStateException(
                                            got + " answers to " + what + ", not " + answers);
                                }
                            });
            note(what, millis);
        }

        /** Looks now and then until a search of the text is quick, and must be right each time. */
        void awaitIndex(ImapTalk imap) throws Exception {
            double millis = Double.MAX_VALUE;
            for (int look = 0; look < LOOKS && millis > QUICK_MILLIS; look++) {
                Thread.sleep(LOOK_MILLIS);
                millis =
                        Stopwatch.millis(
                                () -> {
                                    int found =
                                            Search.found(
                                                    imap.ask("SEARCH TEXT " + Letters.RARE_TEXT));
                                    if (found != count / 100) {
                                        throw new IllegalStateException(
                                                found + " letters found of " + count / 100);
                                    }
                                });
            }
            note("SEARCH TEXT once all words are known", millis);
        }

        void note(String what, double millis) throws Exception {
            Thread.sleep(SETTLE_MILLIS);
            Memory seen = peer.memory();
            double resident = seen.resident() / MEGABYTE;
            double own = seen.own() / MEGABYTE;
            memory.add(own);
            String of = count + " letters, heap of 48 MB: " + what;
            if (millis > 0) {
                sheet.add(Measure.less(of, "ms", Target.NONE), peer.side(), millis);
            }
            sheet.add(Measure.less(of + ", RSS then", "MB", Target.NONE), peer.side(), resident);
            sheet.add(Measure.less(of + ", own memory then", "MB", Target.NONE), peer.side(), own);
        }
    }
}
