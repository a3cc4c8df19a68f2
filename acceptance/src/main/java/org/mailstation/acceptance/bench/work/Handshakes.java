package org.mailstation.acceptance.bench.work;

import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.Together;
import org.mailstation.acceptance.bench.wire.Wire;

/** Connections that make a whole TLS handshake, hear the greeting, and go. */
final class Handshakes implements Benchmark {
    private static final int CLIENTS = 4;
    private static final Measure RATE =
            Measure.more("TLS handshakes, " + CLIENTS + " at a time", "/s", Target.NONE);

    private final int count;

    Handshakes(int count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "handshakes";
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        double seconds =
                Together.run(
                        CLIENTS,
                        client -> {
                            for (int i = client; i < count; i += CLIENTS) {
                                try (Wire wire = Wire.open(peer.doors().imaps())) {
                                    wire.line();
                                }
                            }
                        });
        sheet.add(RATE, peer.side(), count / seconds);
    }
}
