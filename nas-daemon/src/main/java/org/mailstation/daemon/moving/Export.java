package org.mailstation.daemon.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.MoveOutcome;
import org.mailstation.daemon.backup.Postman;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;

/** Writes the letters of an account for other programs. */
final class Export {
    private final Postman postman;
    private final Course course;
    private final Set<String> folders = new HashSet<>();
    private final List<String> troubles = new ArrayList<>();
    private Writing.@Nullable Maildir open;
    private String opened = "";
    private long found;
    private long moved;
    private long there;
    private long octets;

    Export(Postman postman, Course course) {
        this.postman = postman;
        this.course = course;
    }

    /**
     * @param maildir else a file of many letters for each folder
     * @param only this folder and those in it; empty: all
     * @param advice a folder that can be written, for the words of a refusal
     */
    MoveOutcome.Done run(boolean maildir, Path target, String account, String only, Path advice)
            throws Moves.RefusedException {
        try {
            if (!maildir && Files.exists(target) && !isEmpty(target)) {
                throw new Moves.RefusedException(Text.of("move.exists", target));
            }
            Files.createDirectories(target);
            postman.show(
                    account,
                    (folder, box, uid, file, flags, date) -> {
                        if (only.isEmpty()
                                || folder.equals(only)
                                || folder.startsWith(only + ".")) {
                            course.goOn();
                            Writing.Kept letter = new Writing.Kept(uid, file, flags, date);
                            write(maildir, target, folder, box, letter);
                        }
                    });
            finish();
        } catch (IOException failure) {
            throw new Moves.RefusedException(Text.of("move.no-write", target, advice));
        }
        return new MoveOutcome.Done(
                folders.size(),
                found,
                moved,
                there,
                troubles.size(),
                0,
                octets,
                troubles.stream().limit(100).toList(),
                null);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private void write(boolean maildir, Path target, String folder, long box, Writing.Kept letter)
            throws IOException {
        found++;
        folders.add(folder);
        course.at(found, 0, Text.of("move.step.out", found, folder));
        if (!Files.isReadable(letter.file())) {
            troubles.add(folder + " " + letter.uid());
            return;
        }
        try {
            octets += Files.size(letter.file());
            if (!maildir) {
                Writing.mbox(target.resolve(name(folder)), letter);
                moved++;
            } else if (maildir(target, folder, box).write(letter)) {
                moved++;
            } else {
                there++;
            }
        } catch (NoSuchFileException removedMeanwhile) {
            if (Files.exists(letter.file())) {
                throw removedMeanwhile;
            }
            found--;
        }
    }

    private static String name(String folder) {
        return folder.replace('/', '_').replace('\0', '_') + ".mbox";
    }

    /** Folders come one after the other. */
    private Writing.Maildir maildir(Path target, String folder, long box) throws IOException {
        Writing.Maildir now = open;
        if (now == null || !opened.equals(folder)) {
            finish();
            now = new Writing.Maildir(target, folder, box);
            open = now;
            opened = folder;
        }
        return now;
    }

    private void finish() throws IOException {
        Writing.Maildir now = open;
        if (now != null) {
            now.finish();
        }
    }
}
