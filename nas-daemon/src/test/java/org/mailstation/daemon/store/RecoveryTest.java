package org.mailstation.daemon.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.index.MvIndex;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.Frame;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterFlags;
import org.mailstation.daemon.store.record.LetterRecord;

class RecoveryTest {
    private static final String HEAD = "Subject: Hello\r\n\r\n";
    private static final String TEXT = HEAD + "Dear Anna\r\n";
    private static final byte[] NOT_KEPT = {};
    private static final UUID ID = new UUID(1, 2);
    private static final BoxRecord INBOX = box(1, "INBOX");
    private static final BoxRecord SHELF = box(2, "Shelf");

    @TempDir Path root;
    private MvIndex index;
    private LetterFiles files;
    private Recovery recovery;

    @BeforeEach
    void open() {
        index = MvIndex.open(root.resolve("index.mv"));
        files = new LetterFiles(root, new RealDisk(), "test");
        recovery = new Recovery(index, files);
        index.apply(1, List.of(new Change.PutBox(INBOX), new Change.PutBox(SHELF)));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static BoxRecord box(long id, String name) {
        BoxPath path = new BoxPath("anna@example.org", "#private", name);
        return new BoxRecord(id, path, 1, "", LetterFiles.folderFor(path, id));
    }

    private static LetterRecord letter(long uid, int bodyStart) {
        return new LetterRecord(
                uid, uid, LetterFlags.NONE, 30, bodyStart, 0, 0, ID, ID, "text", "plain", 1);
    }

    private static LetterRecord letter(long uid) {
        return letter(uid, HEAD.length());
    }

    private static LetterDetails details(byte[] header) {
        return new LetterDetails(List.of(new LetterDetails.Property("a", "b", "c")), header);
    }

    private Path file(BoxRecord box, long uid) throws IOException {
        Path file = files.letter(box.folder(), uid);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void write(BoxRecord box, long uid) throws IOException {
        Files.writeString(file(box, uid), TEXT);
    }

    private void take(long sequence, Change... changes) {
        recovery.take(new Frame(sequence, List.of(changes)));
    }

    private static Change.PutLetter put(BoxRecord box, LetterRecord letter) {
        return new Change.PutLetter(box.id(), letter, details(NOT_KEPT));
    }

    private static Change.CopyLetter copied(BoxRecord to, LetterRecord letter, long fromUid) {
        return new Change.CopyLetter(to.id(), letter, INBOX.id(), fromUid);
    }

    private @Nullable String header(BoxRecord box, long uid) {
        LetterDetails details = index.details(box.id(), uid);
        return details == null ? null : new String(details.header(), US_ASCII);
    }

    private int properties(BoxRecord box, long uid) {
        return Objects.requireNonNull(index.details(box.id(), uid)).properties().size();
    }

    @Test
    void a_frame_that_the_index_has_is_only_counted() {
        take(1, new Change.RemoveBox(INBOX.id()));

        assertThat(index.box(INBOX.id())).isNotNull();
        assertThat(recovery.sequence()).isEqualTo(1);
        assertThat(recovery.replayed()).isZero();
    }

    @Test
    void frames_that_it_does_not_have_are_applied() {
        take(2, new Change.PutSubscription("anna", "Work"));
        take(3, new Change.RemoveBox(SHELF.id()));

        assertThat(index.subscriptions("anna")).containsExactly("Work");
        assertThat(index.box(SHELF.id())).isNull();
        assertThat(recovery.sequence()).isEqualTo(3);
        assertThat(recovery.replayed()).isEqualTo(2);
        assertThat(index.applied()).isEqualTo(3);
    }

    @Test
    void the_last_frame_is_the_highest_one_also_if_it_did_not_come_last() {
        take(3, new Change.PutSubscription("anna", "Work"));
        take(2, new Change.RemoveSubscription("anna", "Work"));

        assertThat(recovery.sequence()).isEqualTo(3);
        assertThat(index.subscriptions("anna")).containsExactly("Work");
    }

    @Test
    void the_header_of_a_letter_is_read_from_it() throws IOException {
        write(INBOX, 7);
        take(2, put(INBOX, letter(7)));

        assertThat(header(INBOX, 7)).isEqualTo(HEAD);
        assertThat(properties(INBOX, 7)).isEqualTo(1);
    }

    @Test
    void that_of_a_letter_which_is_gone_stays_empty_until_the_frame_that_removed_it() {
        take(2, put(INBOX, letter(7)));
        assertThat(header(INBOX, 7)).isEmpty();

        take(3, new Change.RemoveLetter(INBOX.id(), 7));
        assertThat(index.letter(INBOX.id(), 7)).isNull();
    }

    @Test
    void a_long_header_is_not_kept() throws IOException {
        write(INBOX, 7);
        take(2, put(INBOX, letter(7, NewLetter.HEADER_IN_INDEX + 1)));

        assertThat(header(INBOX, 7)).isEmpty();
    }

    @Test
    void of_a_mailbox_that_is_gone_nothing_is_read() {
        BoxRecord gone = box(9, "Gone");
        take(2, put(gone, letter(7)));

        assertThat(header(gone, 7)).isEmpty();
    }

    @Test
    void where_only_flags_changed_the_header_stays() throws IOException {
        write(INBOX, 7);
        take(2, put(INBOX, letter(7)));
        Files.delete(file(INBOX, 7));
        LetterRecord read = letter(7).withFlags(LetterFlags.NONE.with(LetterFlags.SEEN), 12);
        take(3, new Change.PutLetter(INBOX.id(), read, null));

        assertThat(header(INBOX, 7)).isEqualTo(HEAD);
        assertThat(index.letter(INBOX.id(), 7)).isEqualTo(read);
    }

    @Test
    void a_letter_that_cannot_be_read_is_not_passed_over() throws IOException {
        Files.createDirectories(file(INBOX, 7));

        assertThatThrownBy(() -> take(2, put(INBOX, letter(7))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(index.applied()).isEqualTo(1);
    }

    @Test
    void a_copy_has_the_details_of_its_original() throws IOException {
        write(INBOX, 7);
        take(2, put(INBOX, letter(7)));
        take(3, copied(SHELF, letter(1), 7)); // its own file is not needed

        assertThat(header(SHELF, 1)).isEqualTo(HEAD);
        assertThat(properties(SHELF, 1)).isEqualTo(1);
    }

    @Test
    void one_whose_original_has_no_header_any_more_reads_its_own_file() throws IOException {
        take(2, put(INBOX, letter(7)));
        write(SHELF, 1);
        take(3, copied(SHELF, letter(1), 7));

        assertThat(header(SHELF, 1)).isEqualTo(HEAD);
        assertThat(properties(SHELF, 1)).isEqualTo(1);
    }

    @Test
    void one_whose_original_is_gone_is_found_out_about_from_its_file() throws IOException {
        write(SHELF, 1);
        take(2, copied(SHELF, letter(1), 7));

        assertThat(header(SHELF, 1)).isEqualTo(HEAD);
        assertThat(properties(SHELF, 1)).isZero();
    }

    @Test
    void a_copy_of_which_nothing_is_left_is_listed_until_the_frame_that_removed_it() {
        take(2, copied(SHELF, letter(1), 7));

        assertThat(index.letter(SHELF.id(), 1)).isEqualTo(letter(1));
        assertThat(header(SHELF, 1)).isNull();
    }

    @Test
    void nor_is_one_found_out_about_whose_mailbox_is_gone() {
        BoxRecord gone = box(9, "Gone");
        take(2, copied(gone, letter(1), 7));

        assertThat(header(gone, 1)).isNull();
    }

    @Test
    void a_copy_that_cannot_be_read_is_not_passed_over() throws IOException {
        Files.createDirectories(file(SHELF, 1));

        assertThatThrownBy(() -> take(2, copied(SHELF, letter(1), 7)))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static Entry.Body body(long uid) {
        return new Entry.Body(INBOX.id(), uid, TEXT.getBytes(US_ASCII));
    }

    @Test
    void what_was_written_ahead_mends_a_header_that_was_read_from_a_broken_file() throws Exception {
        Files.write(file(INBOX, 7), new byte[TEXT.length()]); // as a power cut leaves it
        take(2, put(INBOX, letter(7)));
        assertThat(header(INBOX, 7)).isNotEqualTo(HEAD);

        recovery.takeHeader(body(7));

        assertThat(header(INBOX, 7)).isEqualTo(HEAD);
        assertThat(properties(INBOX, 7)).isEqualTo(1);
        assertThat(index.applied()).isEqualTo(2);
    }

    @Test
    void one_that_is_right_is_left() throws IOException {
        write(INBOX, 7);
        take(2, put(INBOX, letter(7)));

        recovery.takeHeader(body(7));

        assertThat(header(INBOX, 7)).isEqualTo(HEAD);
    }

    @Test
    void one_that_is_too_long_stays_in_the_letter_alone() {
        take(2, put(INBOX, letter(7, NewLetter.HEADER_IN_INDEX + 1)));

        recovery.takeHeader(body(7));

        assertThat(header(INBOX, 7)).isEmpty();
    }

    @Test
    void letters_that_are_gone_or_of_which_nothing_is_known_are_left_alone() {
        take(2, copied(INBOX, letter(8), 99));

        recovery.takeHeader(body(7));
        recovery.takeHeader(body(8));

        assertThat(index.letter(INBOX.id(), 7)).isNull();
        assertThat(header(INBOX, 8)).isNull();
    }
}
