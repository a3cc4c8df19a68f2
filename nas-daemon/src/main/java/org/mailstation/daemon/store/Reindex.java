package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.james.mailbox.exception.MailboxException;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.disk.LetterFiles.Received;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.store.thread.ThreadKeys;

/**
 * Makes the index agree with the letters while the store is in use: what it says about a letter is
 * made anew from the letter's file, and letters that somebody has put into a folder are taken up.
 * UIDs and flags stay as they are. The words of all letters are looked at anew afterwards.
 */
public final class Reindex {
    private final Engine engine;
    private final LetterId.Factory ids;
    private final Progress progress;
    private long letters;
    private long repaired;
    private long adopted;
    private long missing;

    /** Told how far it is. */
    public interface Progress {
        /**
         * @param percent 0 to 100
         * @param mailbox which is looked at
         */
        void at(int percent, String user, String mailbox);
    }

    /**
     * What was found.
     *
     * @param letters looked at
     * @param repaired of which the index said something wrong
     * @param adopted that were in a folder but in no mailbox
     * @param missing of which the file is gone; they stay listed
     */
    public record Result(long letters, long repaired, long adopted, long missing) {}

    Reindex(Engine engine, Progress progress) {
        this.engine = engine;
        this.ids = new LetterId.Factory(engine.clock());
        this.progress = progress;
    }

    Result run() throws IOException, MailboxException {
        List<BoxRecord> boxes = engine.index().boxes();
        long all = boxes.stream().mapToLong(box -> engine.index().state(box.id()).exists()).sum();
        for (BoxRecord box : boxes) {
            progress.at(
                    (int) Math.min(99, 100 * letters / Math.max(1, all)),
                    box.path().user(),
                    box.path().name());
            checkLetters(box);
            for (Path file : FolderWalk.letters(engine.files().folder(box.folder()))) {
                if (!isKnown(box, file)) {
                    adopt(box, file);
                }
            }
        }
        return new Result(letters, repaired, adopted, missing);
    }

    private void checkLetters(BoxRecord box) throws IOException, MailboxException {
        Iterator<LetterRecord> known = engine.index().letters(box.id(), 1, Long.MAX_VALUE);
        while (known.hasNext()) {
            LetterRecord letter = known.next();
            letters++;
            Path file = engine.files().letter(box.folder(), letter.uid());
            if (!Files.exists(file)) {
                missing += engine.index().letter(box.id(), letter.uid()) == null ? 0 : 1;
            } else if (!agrees(box, letter, FoundLetter.read(file))) {
                repaired += engine.run(Scope.changing(box.id()), to -> repair(to, box, letter));
            }
        }
    }

    private boolean agrees(BoxRecord box, LetterRecord letter, FoundLetter found) {
        LetterDetails details = engine.index().details(box.id(), letter.uid());
        return details != null
                && letter.size() == found.size()
                && letter.bodyStart() == found.header().length
                && (letter.bodyStart() > NewLetter.HEADER_IN_INDEX
                        || Arrays.equals(details.header(), found.header()));
    }

    private int repair(Staging staging, BoxRecord box, LetterRecord letter) throws IOException {
        LetterRecord now = staging.index().letter(box.id(), letter.uid());
        Path file = engine.files().letter(box.folder(), letter.uid());
        if (now == null || !Files.exists(file)) {
            return 0; // removed meanwhile
        }
        FoundLetter found = FoundLetter.read(file);
        LetterRecord draft = found.draft(now.id(), now.thread(), now.saveDate());
        LetterRecord right = draft.at(now.uid(), now.modSeq(), now.flags(), now.saveDate());
        staging.put(box.id(), staging.state(box.id()).replaced(now, right));
        staging.put(new Change.PutLetter(box.id(), right, found.details()));
        return 1;
    }

    private boolean isKnown(BoxRecord box, Path file) {
        long uid = FolderWalk.uid(file);
        return uid > 0
                && file.equals(engine.files().letter(box.folder(), uid))
                && engine.index().letter(box.id(), uid) != null;
    }

    /** Looks again in the commit: a letter may have been on its way into the mailbox. */
    private void adopt(BoxRecord box, Path file) throws MailboxException {
        adopted += engine.run(Scope.changing(box.id()), staging -> adopt(staging, box, file));
    }

    private int adopt(Staging staging, BoxRecord box, Path file) throws IOException {
        if (staging.index().box(box.id()) == null || isKnown(box, file) || !Files.exists(file)) {
            return 0;
        }
        FoundLetter found = FoundLetter.read(file);
        UUID id = LetterId.of(ids.generate());
        UUID thread = thread(box, found);
        LetterRecord draft = found.draft(id, thread == null ? id : thread, engine.clock().millis());
        BoxState state = staging.state(box.id()).nextUid().nextModSeq();
        LetterRecord letter =
                draft.at(state.lastUid(), state.modSeq(), draft.flags(), draft.saveDate());
        engine.files().syncLetter(file);
        Received received = new Received(file, found.size());
        Path bucket = engine.files().place(received, box.folder(), letter.uid());
        staging.sync(bucket);
        staging.sync(file.resolveSibling(".").normalize());
        staging.put(box.id(), state);
        staging.add(box.id(), letter, found.details());
        return 1;
    }

    private @Nullable UUID thread(BoxRecord box, FoundLetter found) {
        for (long key : ThreadKeys.of(box.path().user(), found.header())) {
            UUID thread = engine.index().thread(key);
            if (thread != null) {
                return thread;
            }
        }
        return null;
    }
}
