package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.index.MvIndex;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;

/** In a mailbox whose numbers are used up to 5, and that has no letters. */
class CleanupTest {
    private static final String FOLDER = "anna/INBOX~1";

    @TempDir Path root;
    private final Removed removed = new Removed();
    private Path internals;
    private Path letters;
    private MvIndex index;

    @BeforeEach
    void open() throws IOException {
        internals = Files.createDirectory(root.resolve(".station"));
        letters = Files.createDirectories(root.resolve(FOLDER).resolve("0"));
        index = MvIndex.open(internals.resolve("index.mv"));
        BoxPath path = new BoxPath("anna", "#private", "INBOX");
        index.apply(
                1,
                List.of(
                        new Change.PutBox(new BoxRecord(1, path, 1, "", FOLDER)),
                        new Change.PutState(1, new BoxState(5, 1, 0, 0, 0, Set.of())),
                        new Change.LastBox(2)));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void clean() throws IOException {
        RealDisk disk = new RealDisk();
        LetterFiles files = new LetterFiles(root, disk, "test");
        new Cleanup(root, internals, index, disk, files, removed).run();
    }

    private Path put(String name) throws IOException {
        return Files.writeString(letters.resolve(name), name);
    }

    @Test
    void what_a_person_has_put_there_stays_where_it_is() throws IOException {
        Path backHere = put("3.eml");
        Path note = put("note.txt");
        Path whole = Files.createDirectories(root.resolve("anna/Old~2/0")).resolve("1.eml");
        Files.writeString(whole, "1");

        clean();

        assertThat(List.of(backHere, note, whole)).allMatch(Files::exists);
    }

    @Test
    void what_was_just_removed_is_moved_aside() throws IOException {
        removed.take(new Change.RemoveLetter(1, 3));
        Path letter = put("3.eml");

        clean();

        assertThat(letter).doesNotExist();
        assertThat(internals.resolve("removed/1-3.eml")).hasContent("3.eml");
    }

    @Test
    void also_when_there_is_one_of_that_name_already() throws IOException {
        removed.take(new Change.RemoveLetter(1, 3));
        put("3.eml");
        clean();
        Files.writeString(put("3.eml"), "another");

        clean();

        assertThat(internals.resolve("removed/1-3.eml")).hasContent("3.eml");
        assertThat(internals.resolve("removed/2-1-3.eml")).hasContent("another");
    }

    @Test
    void a_mailbox_that_was_just_removed_is_moved_aside_with_all_that_is_in_it()
            throws IOException {
        removed.take(new Change.RemoveBox(2));
        Path old = Files.createDirectories(root.resolve("anna/Old~2/0"));
        Files.writeString(old.resolve("1.eml"), "1");

        clean();

        assertThat(root.resolve("anna/Old~2")).doesNotExist();
        assertThat(internals.resolve("removed/anna-Old~2/0/1.eml")).hasContent("1");
    }

    @Test
    void a_letter_that_nobody_acknowledged_is_kept_for_a_person_to_look_at() throws IOException {
        Path letter = put("6.eml");

        clean();

        assertThat(letter).doesNotExist();
        assertThat(internals.resolve("unacknowledged/1-6.eml")).hasContent("6.eml");
    }

    @Test
    void a_letter_that_was_only_on_its_way_is_gone() throws IOException {
        Path incoming = root.resolve(FOLDER).resolve(LetterFiles.INCOMING + "run-1");
        Files.writeString(incoming, "half");

        clean();

        assertThat(incoming).doesNotExist();
    }
}
