package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.index.Following;
import org.mailstation.daemon.store.index.Rows;
import org.mailstation.daemon.store.outline.Kind;
import org.mailstation.daemon.store.outline.Outlines;
import org.mailstation.daemon.store.outline.Outlines.Kept;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.Glance;

/**
 * A walk over the letters of a mailbox in the order of their UIDs, with what lists of letters show
 * of each. It reads the index in batches, so what changes meanwhile may be seen or not, and opens
 * no letter's file but where {@link #message} is asked to. For one thread.
 */
public final class Listing {
    private final Engine engine;
    private final Outlines outlines;
    private final BoxRecord box;
    private final long from;
    private final long to;
    private final @Nullable Rows rows;
    private final Map<Kind, Kept> kept = new EnumMap<>(Kind.class);
    private @Nullable Following<Rows.Head> heads;

    Listing(Engine engine, Outlines outlines, BoxRecord box, long from, long to) {
        this.engine = engine;
        this.outlines = outlines;
        this.box = box;
        this.from = from;
        this.to = to;
        this.rows = engine.index().rows(box.id());
    }

    /** All letters in the range, ordered. The other methods are asked about them in this order. */
    public Iterator<Glance> letters() {
        return rows == null ? List.<Glance>of().iterator() : rows.glances(from, to);
    }

    /**
     * A letter's header with the closing empty line.
     *
     * @return {@code null} if the letter is gone
     * @throws IOException if it is too long for the index and cannot be read from the letter
     */
    public byte @Nullable [] header(Glance letter) throws IOException, MailboxException {
        if (heads == null && rows != null) {
            heads = new Following<>(rows.heads(letter.uid(), to), Rows.Head::uid);
        }
        Rows.Head head = heads == null ? null : heads.at(letter.uid());
        if (head == null || head.octets().length == letter.bodyStart()) {
            return head == null ? null : head.octets();
        }
        try (var in = message(letter).getHeaderContent()) {
            return in.readAllBytes();
        }
    }

    /**
     * What is kept of a letter.
     *
     * @return {@code null} if it is not known yet
     */
    public byte @Nullable [] outline(Kind kind, Glance letter) {
        return kept.computeIfAbsent(kind, which -> outlines.kept(which, box.id(), letter.uid(), to))
                .of(letter);
    }

    /** Keeps what was found out about a letter. */
    public void keep(Kind kind, Glance letter, byte[] octets) {
        outlines.keep(kind, box.id(), letter, octets);
    }

    /**
     * The letter as it lies on the disk; as many octets as its size.
     *
     * @throws java.nio.file.NoSuchFileException if it is gone
     */
    public InputStream content(Glance letter) throws IOException {
        return Files.newInputStream(engine.files().letter(box.folder(), letter.uid()));
    }

    /** The letter as James sees it. */
    public MailboxMessage message(Glance letter) throws MailboxException {
        return new Letters(engine).message(box, letter.whole(), FetchType.FULL);
    }
}
