package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.quota.CurrentQuotaManager;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.mail.ThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.search.MessageSearchIndex;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.commit.Ahead;
import org.mailstation.daemon.store.commit.Committer;
import org.mailstation.daemon.store.commit.Compaction;
import org.mailstation.daemon.store.commit.Settler;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.outline.Outlines;
import org.mailstation.daemon.store.quota.RoomLimits;
import org.mailstation.daemon.store.quota.UsedRoom;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.store.search.FullText;
import org.mailstation.daemon.store.search.LetterSearch;

/**
 * A folder of mail: letters as plain files below {@code ACCOUNT/MAILBOX~ID/}, and in {@code
 * .station/} the journal with everything that is not in the letters, and the index, which can be
 * removed at any time while the store is closed: it is rebuilt when it is opened.
 *
 * <p>Safe for use by many threads. One store may be open on a folder at a time.
 */
public final class MailStore implements AutoCloseable {
    private static final long MOST_CARRIED = 4 * 1024 * 1024;

    private final Opening.Parts parts;
    private final Compaction compaction;
    private final Committer committer;
    private final StoreMappers mappers;
    private final LetterId.Factory messageIds;
    private final Engine engine;
    private final FullText fullText;
    private final StoreSearch search;
    private final Outlines outlines;
    private final RoomLimits limits = new RoomLimits();
    private final AtomicBoolean closed = new AtomicBoolean();

    private MailStore(Path mailDir, Opening.Parts parts, Clock clock, Disk disk, Tuning tuning) {
        this.parts = parts;
        Path internals = mailDir.resolve(Opening.INTERNALS);
        this.compaction =
                new Compaction(
                        disk, internals.resolve("journal.new"), parts.index(), parts.journal());
        IndexRepair repair =
                new IndexRepair(
                        internals.resolve(Opening.INDEX),
                        parts.index(),
                        parts.journal(),
                        parts.files());
        this.committer = committer(parts, compaction, repair, tuning).start();
        Carrying carrying = new Carrying(MOST_CARRIED);
        this.engine = new Engine(parts.index(), committer, parts.files(), carrying, limits, clock);
        this.mappers = new StoreMappers(engine);
        this.fullText =
                new FullText(
                        mailDir.resolve(Opening.INTERNALS).resolve("search"),
                        parts.index(),
                        parts.files(),
                        tuning.pace());
        this.search =
                new StoreSearch(engine, new LetterSearch(parts.index(), parts.files(), fullText));
        parts.index().watch(fullText);
        this.outlines =
                new Outlines(
                        mailDir.resolve(Opening.INTERNALS).resolve("outlines.mv"),
                        parts.index()::uids);
        this.messageIds = new LetterId.Factory(clock);
    }

    private static Committer committer(
            Opening.Parts parts, Compaction compaction, IndexRepair repair, Tuning tuning) {
        Ahead ahead =
                new Ahead(
                        parts.ahead(),
                        parts.journal(),
                        new Settler(parts.index(), parts.journal(), parts.files()),
                        tuning.settling(),
                        tuning.nanos(),
                        tuning.lettersAhead());
        return new Committer(
                parts.index(), ahead, parts.files(), compaction, repair, parts.sequence());
    }

    /**
     * Opens the store in this folder, or makes an empty one.
     *
     * @param clock for the date when a letter is saved, and for new message ids
     * @throws IOException if the folder cannot be used, or is in use by another process
     */
    public static MailStore open(Path mailDir, Clock clock) throws IOException {
        return open(mailDir, clock, new RealDisk(), Tuning.USUAL);
    }

    static MailStore open(Path mailDir, Clock clock, Disk disk, Tuning tuning) throws IOException {
        return new MailStore(mailDir, new Opening(mailDir, disk, clock).run(), clock, disk, tuning);
    }

    /** For {@code StoreMailboxManager} and its relatives. */
    public MailboxSessionMapperFactory mappers() {
        return mappers;
    }

    LetterMapper letters(MailboxSession session) {
        return mappers.letters(session);
    }

    public MessageId.Factory messageIds() {
        return messageIds;
    }

    /** Finds letters. */
    public MessageSearchIndex search() {
        return search;
    }

    /**
     * What lists of letters show, for UIDs with both ends included.
     *
     * @throws MailboxException if there is no such mailbox
     */
    public Listing listing(MailboxId box, long from, long to) throws MailboxException {
        return new Listing(engine, outlines, engine.box(box), from, to);
    }

    /** Which conversation a new letter belongs to. */
    public ThreadIdGuessingAlgorithm threads() {
        return new Threads(parts.index());
    }

    /** What they may take: no commit goes beyond it. */
    public RoomLimits limits() {
        return limits;
    }

    /** The highest number that a letter of this mailbox has or had; 0 if it had none. */
    public long lastUid(MailboxId mailbox) {
        return parts.index().state(BoxId.of(mailbox)).lastUid();
    }

    /** As MVStore does by itself when it cannot write. */
    void loseIndex() {
        parts.index().abandon();
    }

    /** Does now what is otherwise done when the journal is large and at a quiet time. */
    void compactJournal() {
        committer.compactNow();
    }

    /** To be called when nobody has asked for a while: gives memory back. */
    public void rest() {
        parts.index().forgetPages();
        outlines.forgetPages();
    }

    /** Copies what the store knows, as it is at one moment, while letters come and go. */
    public StoreCopy copy() {
        return new StoreCopy(engine, parts.journal(), compaction);
    }

    /** All mailboxes of all accounts. */
    public List<BoxRecord> boxes() {
        return parts.index().boxes();
    }

    /** Whether this letter, or a copy of it, is in a mailbox of the account. */
    public boolean hasLetter(String account, UUID letter) {
        return parts.index().places(letter).stream()
                .map(place -> parts.index().box(place.box()))
                .anyMatch(box -> box != null && box.path().user().equals(account));
    }

    /** The letters of a mailbox, ordered by UID. */
    public Iterator<LetterRecord> letters(BoxRecord box) {
        return parts.index().letters(box.id(), 1, Long.MAX_VALUE);
    }

    /** {@code null} if it is not there. */
    public @Nullable LetterRecord letter(BoxRecord box, long uid) {
        return parts.index().letter(box.id(), uid);
    }

    /** Where a letter is. */
    public Path file(BoxRecord box, long uid) {
        return parts.files().letter(box.folder(), uid);
    }

    /** What the letters of each account take. */
    public CurrentQuotaManager usedRoom() {
        return new UsedRoom(parts.index());
    }

    /**
     * Makes the index agree with the letters' files, see {@link Reindex}; one at a time.
     *
     * @throws IOException if a letter cannot be read, or a change cannot be saved
     */
    public synchronized Reindex.Result reindex(Reindex.Progress progress) throws IOException {
        try {
            Reindex.Result result = new Reindex(engine, progress).run();
            outlines.forget(); // made from what the index said before
            fullText.renew();
            return result;
        } catch (MailboxException e) {
            throw new IOException("the index could not be changed", e);
        }
    }

    /** Finishes what is under way; later calls to the mappers fail. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        committer.close();
        fullText.close();
        outlines.close();
        try {
            if (committer.isBroken()) {
                parts.index().abandon();
            } else {
                parts.index().close();
            }
        } finally {
            parts.ahead().close();
            parts.journal().close();
            parts.lock().close();
        }
    }
}
