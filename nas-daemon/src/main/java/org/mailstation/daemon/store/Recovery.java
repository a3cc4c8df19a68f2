package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Change.CopyLetter;
import org.mailstation.daemon.store.record.Change.PutLetter;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.Frame;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;

/** Brings the index up to the journal, frame by frame, when a store is opened. */
final class Recovery {
    private final Index index;
    private final LetterFiles files;
    private long sequence;
    private long replayed;

    Recovery(Index index, LetterFiles files) {
        this.index = index;
        this.files = files;
    }

    /** Of the last frame seen. */
    long sequence() {
        return sequence;
    }

    /** Frames that the index did not have. */
    long replayed() {
        return replayed;
    }

    void take(Frame frame) {
        sequence = Math.max(sequence, frame.sequence());
        if (frame.sequence() <= index.applied()) {
            return;
        }
        List<Change> changes = new ArrayList<>(frame.changes().size());
        for (Change change : frame.changes()) {
            changes.add(
                    switch (change) {
                        case PutLetter put -> withHeader(put);
                        case CopyLetter copy -> withHeader(copy);
                        default -> change;
                    });
        }
        index.apply(frame.sequence(), changes);
        replayed++;
    }

    /** Once the letter's file is right, its header in the index is made right too. */
    void takeHeader(Entry.Body body) {
        LetterRecord letter = index.letter(body.box(), body.uid());
        LetterDetails details = index.details(body.box(), body.uid());
        if (letter == null || details == null || letter.bodyStart() > NewLetter.HEADER_IN_INDEX) {
            return;
        }
        byte[] header = Arrays.copyOf(body.content(), letter.bodyStart());
        if (!Arrays.equals(header, details.header())) {
            PutLetter put = new PutLetter(body.box(), letter, details.withHeader(header));
            index.apply(index.applied(), List.of(put));
        }
    }

    /** The original may be gone from a journal that was made shorter after it was removed. */
    private Change withHeader(CopyLetter copy) {
        LetterDetails details = index.details(copy.fromBox(), copy.fromUid());
        if (details == null) {
            return new PutLetter(copy.box(), copy.letter(), readDetails(copy));
        }
        return details.header().length == copy.letter().bodyStart()
                ? copy
                : withHeader(new PutLetter(copy.box(), copy.letter(), details));
    }

    private @Nullable LetterDetails readDetails(CopyLetter copy) {
        BoxRecord box = index.box(copy.box());
        if (box == null) {
            return null;
        }
        Path file = files.letter(box.folder(), copy.letter().uid());
        try {
            return Files.exists(file) ? FoundLetter.read(file).details() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The journal leaves headers to the letters. One that is gone was removed by a later frame. */
    private PutLetter withHeader(PutLetter put) {
        BoxRecord box = index.box(put.box());
        LetterRecord letter = put.letter();
        if (put.details() == null
                || box == null
                || letter.bodyStart() > NewLetter.HEADER_IN_INDEX) {
            return put;
        }
        Path file = files.letter(box.folder(), letter.uid());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(letter.bodyStart());
            return new PutLetter(put.box(), letter, put.details().withHeader(header));
        } catch (NoSuchFileException e) {
            return put;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
