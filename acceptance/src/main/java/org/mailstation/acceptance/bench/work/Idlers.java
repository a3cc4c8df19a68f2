package org.mailstation.acceptance.bench.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Memory;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;
import org.mailstation.acceptance.bench.wire.Together;

/**
 * What idling programs add to the memory of a server that has just been started. Each has its INBOX
 * open; they come from several addresses, as a server takes only so many from one.
 */
final class Idlers implements Benchmark {
    private static final int SOME = 100;
    private static final int OF_ONE_ADDRESS = 40;
    private static final int OPENERS = 8;
    private static final int SETTLE_MILLIS = 5000;
    private static final double MEGABYTE = 1e6;
    private static final Measure SOME_PSS =
            Measure.less(SOME + " idle programs add, PSS", "MB", new Target.AtMost(10));
    private static final Measure SOME_RSS =
            Measure.less(SOME + " idle programs add, RSS", "MB", Target.NONE);
    private final int many;
    private final Measure manyProportional;
    private final Measure manyResident;

    /**
     * @param many programs at the end; no more than {@value #SOME}: that look is left out
     */
    Idlers(int many) {
        this.many = many;
        this.manyProportional = Measure.less(many + " idle programs add, PSS", "MB", Target.NONE);
        this.manyResident = Measure.less(many + " idle programs add, RSS", "MB", Target.NONE);
    }

    @Override
    public String name() {
        return "idlers";
    }

    @Override
    public int rounds(int usual) {
        return 1;
    }

    @Override
    public void measure(Peer peer, Sheet sheet) throws Exception {
        peer.stop();
        peer.start();
        List<ImapTalk> idlers = Collections.synchronizedList(new ArrayList<>());
        try {
            open(peer, 0, 1, idlers); // what the first one loads is not what one more adds
            Memory before = settled(peer);
            open(peer, 1, SOME + 1, idlers);
            add(peer, sheet, before, SOME_PSS, SOME_RSS);
            if (many > SOME) {
                open(peer, SOME + 1, many, idlers);
                add(peer, sheet, before, manyProportional, manyResident);
            }
        } finally {
            for (ImapTalk idler : idlers) {
                idler.done();
                idler.close();
            }
        }
    }

    private static void open(Peer peer, int from, int to, List<ImapTalk> idlers) throws Exception {
        Together.run(
                OPENERS,
                opener -> {
                    for (int i = from + opener; i < to; i += OPENERS) {
                        String address = "127.0.1." + (1 + i / OF_ONE_ADDRESS);
                        String account = Ground.FAMILY.get(i % Ground.FAMILY.size());
                        ImapTalk idler = peer.imap(account, address);
                        idlers.add(idler);
                        idler.ask("SELECT INBOX");
                        idler.idle();
                    }
                });
    }

    private static Memory settled(Peer peer) throws Exception {
        Thread.sleep(SETTLE_MILLIS);
        return peer.memory();
    }

    private static void add(
            Peer peer, Sheet sheet, Memory before, Measure proportional, Measure resident)
            throws Exception {
        Memory now = settled(peer);
        sheet.add(
                proportional, peer.side(), (now.proportional() - before.proportional()) / MEGABYTE);
        sheet.add(resident, peer.side(), (now.resident() - before.resident()) / MEGABYTE);
    }
}
