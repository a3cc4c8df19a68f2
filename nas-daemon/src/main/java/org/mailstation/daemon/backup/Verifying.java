package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.mailstation.control.BackupOutcome;
import org.mailstation.daemon.store.MailStore;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.task.Course;

/**
 * Brings a backup into a folder aside, opens its mail store there as a station would, and compares
 * hashes and counts. A content that is not what its name says gets another name, so that the next
 * backup copies it again.
 */
record Verifying(Shelf shelf, Clock clock, Course course) {
    BackupOutcome.Verified run(Instant date, Path folder) throws IOException {
        Fetching fetching = new Fetching(shelf, date, course, true);
        fetching.run(folder);
        Map<Long, Long> expected = fetching.letters();
        long listed = 0;
        long wrong = 0;
        try (MailStore store = MailStore.open(folder.resolve("mail"), clock)) {
            for (BoxRecord box : store.boxes()) {
                long count = count(store.letters(box));
                listed += count;
                wrong += Math.abs(count - expected.getOrDefault(box.id(), 0L));
            }
        }
        return new BackupOutcome.Verified(
                date,
                fetching.allLetters(),
                fetching.files(),
                Math.max(fetching.damages(), wrong),
                listed,
                fetching.damaged());
    }

    private static long count(Iterator<LetterRecord> letters) {
        long count = 0;
        for (; letters.hasNext(); letters.next()) {
            count++;
        }
        return count;
    }
}
