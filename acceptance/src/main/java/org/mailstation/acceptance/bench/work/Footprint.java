package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Memory;
import org.mailstation.acceptance.bench.peer.Peer;

/** Memory while nobody asks for anything. */
final class Footprint implements Benchmark {
    private static final int SETTLE_MILLIS = 5000;
    private static final double MEGABYTE = 1e6;

    private final String name;
    private final Measure resident;
    private final Measure proportional;

    Footprint(String name, String when, double most) {
        this.name = name;
        this.resident = Measure.less("memory " + when + ", RSS", "MB", new Target.AtMost(most));
        this.proportional = Measure.less("memory " + when + ", PSS", "MB", Target.NONE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rounds(int usual) {
        return 1;
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        Thread.sleep(SETTLE_MILLIS);
        Memory memory = peer.memory();
        sheet.add(resident, peer.side(), memory.resident() / MEGABYTE);
        sheet.add(proportional, peer.side(), memory.proportional() / MEGABYTE);
    }
}
