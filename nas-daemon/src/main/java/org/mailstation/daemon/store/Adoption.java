package org.mailstation.daemon.store;

import static org.mailstation.daemon.store.FolderWalk.name;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.james.mailbox.model.MailboxConstants;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.disk.SafeName;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Frame;
import org.mailstation.daemon.store.record.LetterRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes mailboxes again from nothing but the folders and letters, when journal and index are both
 * gone. Letters keep their numbers; since nobody knows any more what else was told to programs, the
 * mailboxes get another UIDVALIDITY (RFC 9051, 2.3.1.1).
 */
final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final int LETTERS_A_FRAME = 200;

    private final Path root;
    private final Index index;
    private final LetterFiles files;
    private final Clock clock;
    private final LetterId.Factory ids;
    private final Set<String> names = new HashSet<>();
    private final Set<Long> numbers = new HashSet<>();
    private long sequence;
    private long letters;

    Adoption(Path root, Index index, LetterFiles files, Clock clock) {
        this.root = root;
        this.index = index;
        this.files = files;
        this.clock = clock;
        this.ids = new LetterId.Factory(clock);
    }

    /** Whether there is anything to adopt. */
    boolean isNeeded() throws IOException {
        for (Path account : FolderWalk.folders(root)) {
            if (FolderWalk.folders(account).stream().anyMatch(one -> FolderWalk.box(one) > 0)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells the journal and the index about everything.
     *
     * @return the number of the last frame
     */
    long run(Journal.Target journal) throws IOException {
        for (Path account : FolderWalk.folders(root)) {
            for (Path folder : FolderWalk.folders(account)) {
                if (FolderWalk.box(folder) > 0) {
                    adopt(account, folder, journal);
                }
            }
        }
        LOG.warn(
                "Journal and index of the mail were gone: {} letters in {} mailboxes were taken up"
                        + " again from their files, without their flags",
                letters,
                numbers.size());
        return sequence;
    }

    private void adopt(Path account, Path folder, Journal.Target journal) throws IOException {
        long number = FolderWalk.box(folder);
        while (!numbers.add(number)) {
            number++; // copied by hand; the folder keeps its name
        }
        String label = name(folder).substring(0, name(folder).lastIndexOf('~'));
        String user = SafeName.original(name(account));
        String name = SafeName.original(label);
        if (!names.add(user + '\0' + name)) {
            name = name + "-" + number;
        }
        BoxRecord box =
                new BoxRecord(
                        number,
                        new BoxPath(user, MailboxConstants.USER_NAMESPACE, name),
                        clock.millis() / 1000,
                        "",
                        name(account) + "/" + name(folder));
        tell(journal, List.of(new Change.LastBox(number), new Change.PutBox(box)));
        adoptLetters(box, journal);
    }

    private void adoptLetters(BoxRecord box, Journal.Target journal) throws IOException {
        List<Change> changes = new ArrayList<>();
        BoxState state = BoxState.EMPTY.nextModSeq();
        for (Path file : FolderWalk.letters(files.folder(box.folder()))) {
            long uid = FolderWalk.uid(file);
            if (uid > 0 && file.equals(files.letter(box.folder(), uid))) {
                FoundLetter found = FoundLetter.read(file);
                UUID id = LetterId.of(ids.generate());
                LetterRecord draft = found.draft(id, id, clock.millis());
                LetterRecord letter = draft.at(uid, 1, draft.flags(), draft.saveDate());
                state = state.atLeast(uid, 1).added(letter);
                changes.add(new Change.PutLetter(box.id(), letter, found.details()));
                letters++;
            }
            if (changes.size() >= LETTERS_A_FRAME) {
                changes.add(new Change.PutState(box.id(), state));
                tell(journal, changes);
                changes = new ArrayList<>();
            }
        }
        changes.add(new Change.PutState(box.id(), state));
        tell(journal, changes);
    }

    private void tell(Journal.Target journal, List<Change> changes) throws IOException {
        sequence++;
        journal.take(new Frame(sequence, changes));
        index.apply(sequence, changes);
    }
}
