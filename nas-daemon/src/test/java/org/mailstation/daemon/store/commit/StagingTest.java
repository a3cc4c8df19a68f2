package org.mailstation.daemon.store.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.index.MvIndex;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterFlags;
import org.mailstation.daemon.store.record.LetterRecord;

class StagingTest {
    private static final long BOX = 3;
    private static final BoxState DURABLE = new BoxState(7, 9, 2, 1, 300, Set.of());
    private static final LetterDetails DETAILS = new LetterDetails(List.of(), new byte[0]);
    private static final UUID ID = new UUID(1, 2);

    @TempDir Path folder;
    private final Set<Place> held = new HashSet<>();
    private final Map<Long, BoxState> before = new HashMap<>();
    private MvIndex index;
    private Staging staging;

    @BeforeEach
    void open() {
        index = MvIndex.open(folder.resolve("index.mv"));
        index.apply(1, List.of(new Change.PutState(BOX, DURABLE)));
        staging = new Staging(index, held::contains, before);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static LetterRecord letter(long uid, int flags, String... keywords) {
        LetterFlags all = new LetterFlags(flags, List.of(keywords));
        return new LetterRecord(uid, 10, all, 100, 20, 0, 0, ID, ID, "text", "plain", 1);
    }

    @Test
    void nothing_is_staged_at_first() {
        assertThat(staging.index()).isSameAs(index);
        assertThat(staging.changes()).isEmpty();
        assertThat(staging.states()).isEmpty();
        assertThat(staging.bodies()).isEmpty();
        assertThat(staging.shares()).isEmpty();
        assertThat(staging.folders()).isEmpty();
        assertThat(staging.leftovers()).isEmpty();
        assertThat(staging.undo()).isEmpty();
    }

    @Test
    void counters_are_those_of_the_index_until_an_earlier_operation_or_this_one_changes_them() {
        assertThat(staging.state(BOX)).isEqualTo(DURABLE);
        assertThat(staging.state(99)).isEqualTo(BoxState.EMPTY);

        before.put(BOX, DURABLE.nextUid());
        assertThat(staging.state(BOX)).isEqualTo(DURABLE.nextUid());

        staging.put(BOX, DURABLE.nextModSeq());
        assertThat(staging.state(BOX)).isEqualTo(DURABLE.nextModSeq());
        assertThat(index.state(BOX)).isEqualTo(DURABLE);
    }

    @Test
    void looking_at_counters_changes_nothing() {
        before.put(BOX, DURABLE.nextUid());
        staging.state(BOX);

        assertThat(staging.changes()).isEmpty();
    }

    @Test
    void a_letter_is_counted_when_it_comes_changes_and_goes() {
        LetterRecord unread = letter(8, 0);
        LetterRecord read = letter(8, LetterFlags.SEEN, "work");

        staging.add(BOX, unread, DETAILS);
        assertThat(staging.state(BOX)).isEqualTo(new BoxState(7, 9, 3, 2, 400, Set.of()));
        staging.replace(BOX, unread, read);
        assertThat(staging.state(BOX)).isEqualTo(new BoxState(7, 9, 3, 1, 400, Set.of("work")));
        staging.remove(BOX, read);
        // a keyword stays known to the mailbox
        assertThat(staging.state(BOX)).isEqualTo(new BoxState(7, 9, 2, 1, 300, Set.of("work")));

        assertThat(staging.changes())
                .containsExactly(
                        new Change.PutLetter(BOX, unread, DETAILS),
                        new Change.PutLetter(BOX, read, null),
                        new Change.RemoveLetter(BOX, 8),
                        new Change.PutState(BOX, staging.state(BOX)));
    }

    @Test
    void the_counters_come_last_and_once_for_each_mailbox() {
        staging.add(BOX, letter(8, 0), DETAILS);
        staging.add(BOX, letter(9, 0), DETAILS);
        staging.put(5, BoxState.EMPTY.nextModSeq());

        assertThat(staging.changes()).hasSize(4);
        assertThat(staging.changes().subList(2, 4))
                .containsExactlyInAnyOrder(
                        new Change.PutState(BOX, new BoxState(7, 9, 4, 3, 500, Set.of())),
                        new Change.PutState(5, BoxState.EMPTY.nextModSeq()));
    }

    @Test
    void a_removed_mailbox_has_no_counters_any_more_and_others_keep_theirs() {
        staging.put(BOX, DURABLE.nextModSeq());
        staging.put(5, BoxState.EMPTY.nextModSeq());
        staging.put(new Change.RemoveBox(BOX));
        staging.put(new Change.PutSubscription("anna", "Work"));

        assertThat(staging.changes())
                .containsExactly(
                        new Change.RemoveBox(BOX),
                        new Change.PutSubscription("anna", "Work"),
                        new Change.PutState(5, BoxState.EMPTY.nextModSeq()));
    }

    @Test
    void a_letter_is_settled_unless_its_file_is_still_on_its_way() {
        Place letter = new Place(BOX, 7);
        assertThat(staging.isSettled(letter)).isTrue();

        held.add(letter);
        assertThat(staging.isSettled(letter)).isFalse();
        assertThat(staging.isSettled(new Place(BOX, 8))).isTrue();
    }

    @Test
    void what_is_to_be_done_with_files_is_kept_in_its_order() throws IOException {
        List<String> undone = new ArrayList<>();
        byte[] octets = {1, 2};
        Path bucket = folder.resolve("0");
        staging.carry(BOX, 8, octets);
        staging.share(new Place(5, 1), new Place(BOX, 8));
        staging.sync(bucket);
        staging.sync(bucket);
        staging.discard(new Leftover("anna/INBOX~3", 7));
        staging.ifItFails(() -> undone.add("first"));
        staging.ifItFails(() -> undone.add("second"));

        assertThat(staging.bodies()).containsExactly(new Entry.Body(BOX, 8, octets));
        assertThat(staging.shares()).containsExactly(new Entry.Share(5, 1, BOX, 8));
        assertThat(staging.folders()).containsExactly(bucket);
        assertThat(staging.leftovers()).containsExactly(new Leftover("anna/INBOX~3", 7));
        for (Staging.FileWork work : staging.undo()) {
            work.run();
        }
        assertThat(undone).containsExactly("first", "second");
        assertThat(staging.changes()).isEmpty();
    }

    @Test
    void what_was_given_away_does_not_change_with_what_is_staged_later() {
        staging.put(new Change.RemoveLetter(BOX, 1));
        List<Change> given = staging.changes();
        staging.put(new Change.RemoveLetter(BOX, 2));

        assertThat(given).containsExactly(new Change.RemoveLetter(BOX, 1));
    }
}
