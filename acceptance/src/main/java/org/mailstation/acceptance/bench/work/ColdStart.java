package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Peer;

/** From the start of the programs until all seven ports have greeted, files already in memory. */
final class ColdStart implements Benchmark {
    private static final Measure START =
            Measure.less("start until all ports greet", "s", new Target.AtMost(2.5));

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        peer.stop();
        sheet.add(START, peer.side(), Stopwatch.seconds(peer::start));
    }
}
