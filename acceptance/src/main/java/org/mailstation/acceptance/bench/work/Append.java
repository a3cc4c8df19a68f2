package org.mailstation.acceptance.bench.work;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.letter.Letters;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;
import org.mailstation.acceptance.bench.wire.Together;

/** Mail programs that put letters into one mailbox, one after the other on each connection. */
final class Append implements Benchmark {
    private final int connections;
    private final Measure rate;
    private final List<byte[]> letters = new ArrayList<>();
    private int boxes;

    Append(Letters source, int connections, int count) {
        this.connections = connections;
        String what =
                "IMAP APPEND, 10 kB, "
                        + connections
                        + (connections == 1 ? " connection" : " connections");
        this.rate = Measure.more(what, "letters/s", new Target.AtLeastTimes(4));
        for (int i = 0; i < count; i++) {
            letters.add(source.letter(i, Workload.ORDINARY));
        }
    }

    @Override
    public String name() {
        return "append-" + connections;
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        boxes++;
        String box = "Sent-" + connections + "-" + boxes;
        List<ImapTalk> programs = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                programs.add(peer.imap(Ground.WRITER));
            }
            programs.getFirst().ask("CREATE " + box);
            double seconds =
                    Together.run(connections, client -> append(programs.get(client), client, box));
            sheet.add(rate, peer.side(), letters.size() / seconds);
        } finally {
            for (ImapTalk program : programs) {
                program.close();
            }
        }
    }

    private void append(ImapTalk program, int client, String box) throws Exception {
        for (int i = client; i < letters.size(); i += connections) {
            program.append(box, letters.get(i));
        }
    }
}
