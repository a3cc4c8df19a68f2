package org.mailstation.acceptance.bench.work;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Figures;
import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.letter.Letters;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/** From the moment a program begins to upload a letter until another, idling, is told of it. */
final class Push implements Benchmark {
    private static final int TIMES = 10;
    private static final Measure DELAY =
            Measure.less("IDLE, from APPEND to EXISTS", "ms", Target.NONE);

    private final byte[] letter;

    Push(Letters letters) {
        this.letter = letters.letter(1, Workload.ORDINARY);
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        try (ImapTalk idler = peer.imap(Ground.WRITER);
                ImapTalk program = peer.imap(Ground.WRITER)) {
            int letters = program.messages("INBOX");
            idler.ask("SELECT INBOX");
            idler.idle();
            List<Double> delays = new ArrayList<>();
            for (int i = 1; i <= TIMES; i++) {
                int wanted = letters + i;
                delays.add(
                        Stopwatch.millis(
                                () -> {
                                    program.append("INBOX", letter);
                                    idler.awaitExists(wanted);
                                }));
            }
            idler.done();
            sheet.add(DELAY, peer.side(), Figures.median(delays));
        }
    }
}
