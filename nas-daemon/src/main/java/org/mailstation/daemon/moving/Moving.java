package org.mailstation.daemon.moving;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.MoveOutcome;
import org.mailstation.daemon.backup.Hashing;
import org.mailstation.daemon.backup.Known;
import org.mailstation.daemon.backup.Postman;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.delivery.MailboxFullException;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;

/** Brings all letters of a source here, one after the other, and compares at the end. */
final class Moving {
    private static final int MOST_NAMED = 100;
    private static final double NANOS = 1e9;

    private final Source source;
    private final Memory memory;
    private final Postman postman;
    private final String account;
    private final Path scratch;
    private final Course course;
    private final List<String> troubles = new ArrayList<>();
    private final long begun = System.nanoTime();
    private int folders;
    private long found;
    private long moved;
    private long there;
    private long failed;
    private long missing;
    private long octets;

    /**
     * @param scratch a file that may be written
     */
    Moving(
            Source source,
            Memory memory,
            Postman postman,
            String account,
            Path scratch,
            Course course) {
        this.source = source;
        this.memory = memory;
        this.postman = postman;
        this.account = account;
        this.scratch = scratch;
        this.course = course;
    }

    /**
     * @param prefix a folder here that all of it goes into; empty: none
     * @throws IOException if not even the folders can be listed
     */
    MoveOutcome.Done run(String prefix) throws IOException {
        List<Source.Box> boxes = source.boxes();
        Text cut = null;
        try {
            for (Source.Box box : boxes) {
                folders++;
                move(box, target(prefix, box));
            }
            for (Source.Box box : boxes) {
                compare(box, target(prefix, box));
            }
        } catch (MailboxFullException full) {
            cut = Text.of("move.full", account);
        } catch (IOException lost) {
            cut = Text.of("move.cut", String.valueOf(lost.getMessage()));
        }
        return new MoveOutcome.Done(
                folders, found, moved, there, failed, missing, octets, troubles, cut);
    }

    private static String target(String prefix, Source.Box box) {
        if (prefix.isEmpty()) {
            return box.target();
        }
        return box.target().equals("INBOX") ? prefix : prefix + "." + box.target();
    }

    private void move(Source.Box box, String target) throws IOException {
        Known known = memory.of(box.name());
        // what a run has moved whose memory is lost
        Known here = known.isEmpty() ? contents(target) : new Known();
        long before = there;
        found +=
                source.each(
                        box,
                        key -> {
                            boolean moved = known.has(Memory.mark(key));
                            there += moved ? 1 : 0;
                            return !moved;
                        },
                        letter -> {
                            course.goOn();
                            tell(box);
                            take(box, target, letter, here);
                        });
        if (there > before) {
            tell(box);
        }
    }

    private void tell(Source.Box box) {
        double seconds = Math.max(1, (System.nanoTime() - begun) / NANOS);
        long seen = moved + there + failed;
        course.at(
                seen,
                Math.max(seen, source.expected()),
                Text.of(
                        "move.step",
                        seen,
                        Math.max(seen, source.expected()),
                        Math.round(moved / seconds),
                        box.target()));
    }

    private void take(Source.Box box, String target, Source.Found letter, Known here)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(scratch))) {
            letter.content().writeTo(out);
        } catch (Source.NotGivenException notGiven) {
            failed++;
            if (troubles.size() < MOST_NAMED) {
                troubles.add(box.name() + " " + letter.key() + ": " + notGiven.getMessage());
            }
            return;
        }
        String hash = hash(scratch);
        if (here.has(hash)) {
            there++;
        } else {
            long size = Files.size(scratch);
            postman.put(account, target, letter.flags(), letter.date(), Letter.of(scratch, size));
            moved++;
            octets += size;
        }
        memory.add(box.name(), letter.key(), hash);
    }

    /** Whether what was moved now is here, and is what it was there. */
    private void compare(Source.Box box, String target) throws IOException {
        long[] count = {0};
        memory.added(box.name(), (_, _) -> count[0]++);
        if (count[0] > 0) {
            Known here = contents(target);
            memory.added(box.name(), (_, hash) -> missing += here.has(hash) ? 0 : 1);
        }
    }

    private Known contents(String target) throws IOException {
        Known hashes = new Known();
        postman.each(
                account,
                target,
                file -> {
                    course.goOn();
                    try {
                        hashes.add(hash(file));
                    } catch (NoSuchFileException removedMeanwhile) {
                        // then it is not here
                    }
                });
        return hashes;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Hashing.of(in).hash();
        }
    }
}
