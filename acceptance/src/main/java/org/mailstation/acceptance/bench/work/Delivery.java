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
import org.mailstation.acceptance.bench.wire.SmtpTalk;
import org.mailstation.acceptance.bench.wire.Together;

/**
 * Letters that come by SMTP for a family of four. They count when the mailboxes show them, and each
 * comes over a connection of its own, as from the Internet.
 */
final class Delivery implements Benchmark {
    private static final int NEXT_LOOK_MILLIS = 5;

    private final String name;
    private final int connections;
    private final int count;
    private final Measure rate;
    private final Measure disk;
    private final List<byte[]> letters = new ArrayList<>();

    Delivery(String name, Letters source, int connections, int count, int size) {
        this.name = name;
        this.connections = connections;
        this.count = count;
        String what = "SMTP delivery, " + size / 1000 + " kB, " + connections + " connections";
        this.rate = Measure.more(what, "letters/s", new Target.AtLeastTimes(2));
        this.disk = Measure.less("disk for a letter of " + size / 1000 + " kB", "kB", Target.NONE);
        for (int i = 0; i < count; i++) {
            letters.add(source.letter(i, size));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        long before = peer.mailOnDisk();
        List<ImapTalk> readers = new ArrayList<>();
        try {
            for (String account : Ground.FAMILY) {
                readers.add(peer.imap(account));
            }
            int wanted = messages(readers) + count;
            double seconds =
                    Stopwatch.seconds(
                            () -> {
                                Together.run(connections, client -> send(peer, client));
                                while (messages(readers) < wanted) {
                                    Thread.sleep(NEXT_LOOK_MILLIS);
                                }
                            });
            sheet.add(rate, peer.side(), count / seconds);
        } finally {
            for (ImapTalk reader : readers) {
                reader.close();
            }
        }
        sheet.add(disk, peer.side(), (peer.mailOnDisk() - before) / 1000.0 / count);
    }

    private void send(Peer peer, int client) throws Exception {
        for (int i = client; i < count; i += connections) {
            try (SmtpTalk smtp = SmtpTalk.open(peer.doors().smtp())) {
                smtp.send(Ground.FAMILY.get(i % Ground.FAMILY.size()), letters.get(i));
            }
        }
    }

    private static int messages(List<ImapTalk> readers) throws Exception {
        int all = 0;
        for (ImapTalk reader : readers) {
            all += reader.messages("INBOX");
        }
        return all;
    }
}
