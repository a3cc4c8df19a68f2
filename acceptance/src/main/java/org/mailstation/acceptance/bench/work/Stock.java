package org.mailstation.acceptance.bench.work;

import java.util.HashSet;
import java.util.Set;
import org.mailstation.acceptance.bench.letter.Letters;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/** The mailboxes that several benchmarks read: each is filled when the first of them needs it. */
public final class Stock {
    /** Letters of 10 kB. */
    static final String BOX = "Letters";

    /** The same letters several times. */
    static final String BIG_BOX = "Collection";

    private final Letters letters;
    private final Workload workload;
    private final Set<String> filled = new HashSet<>();

    public Stock(Letters letters, Workload workload) {
        this.letters = letters;
        this.workload = workload;
    }

    void box(Peer peer) throws Exception {
        if (filled.add(peer.side() + BOX)) {
            try (ImapTalk imap = peer.imap(Ground.READER)) {
                imap.ask("CREATE " + BOX);
            }
            peer.fill(
                    Ground.READER,
                    BOX,
                    workload.box(),
                    number -> letters.letter(number, Workload.ORDINARY));
            expect(peer, BOX, workload.box());
        }
    }

    void bigBox(Peer peer) throws Exception {
        box(peer);
        if (filled.add(peer.side() + BIG_BOX)) {
            try (ImapTalk imap = peer.imap(Ground.READER)) {
                imap.ask("CREATE " + BIG_BOX);
                imap.ask("SELECT " + BOX);
                for (int copied = 0; copied < workload.bigBox(); copied += workload.box()) {
                    imap.ask("COPY 1:* " + BIG_BOX);
                }
            }
            expect(peer, BIG_BOX, workload.bigBox());
        }
    }

    void inbox(Peer peer, String account, int count) throws Exception {
        if (filled.add(peer.side() + account)) {
            peer.fill(account, "INBOX", count, number -> letters.letter(number, Workload.ORDINARY));
        }
    }

    private static void expect(Peer peer, String box, int count) throws Exception {
        try (ImapTalk imap = peer.imap(Ground.READER)) {
            int found = imap.messages(box);
            if (found != count) {
                throw new IllegalStateException(
                        peer.name() + " has " + found + " letters in " + box + ", not " + count);
            }
        }
    }
}
