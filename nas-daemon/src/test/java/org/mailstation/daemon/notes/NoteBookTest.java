package org.mailstation.daemon.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentMap;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteBookTest {
    @TempDir Path folder;

    /** MVStore closes itself when memory or room for writing runs out. */
    @Test
    void a_book_that_closed_itself_goes_on_with_what_was_on_the_disk() throws Exception {
        try (NoteBook book = NoteBook.open(folder.resolve("notes.mv"))) {
            ConcurrentMap<String, Long> notes = book.map("one");
            notes.put("kept", 1L);
            book.keep();

            book.lose();

            assertThat(notes.get("kept")).isEqualTo(1);
            notes.merge("kept", 1L, Long::sum);
            assertThat(book.map("one")).containsEntry("kept", 2L);
            assertThat(book.names()).containsExactly("one");
        }
        try (NoteBook again = NoteBook.open(folder.resolve("notes.mv"))) {
            assertThat(again.map("one")).containsEntry("kept", 2L);
        }
    }

    @Test
    void a_book_that_was_closed_stays_so() throws Exception {
        NoteBook book = NoteBook.open(folder.resolve("notes.mv"));
        ConcurrentMap<String, Long> notes = book.map("one");
        book.close();

        assertThatThrownBy(() -> notes.put("late", 1L)).isInstanceOf(MVStoreException.class);
    }
}
