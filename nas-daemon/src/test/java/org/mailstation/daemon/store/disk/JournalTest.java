package org.mailstation.daemon.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Frame;

class JournalTest {
    private static final List<Frame> FRAMES =
            List.of(
                    new Frame(1, List.of(new Change.PutSubscription("anna", "INBOX"))),
                    new Frame(2, List.of(new Change.RemoveLetter(3, 4), new Change.RemoveBox(5))));

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("journal");
        try (Journal journal = Journal.open(new RealDisk(), file, frame -> {})) {
            journal.append(FRAMES);
        }
    }

    private List<Frame> read() throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (Journal journal = Journal.open(new RealDisk(), file, frames::add)) {
            assertThat(journal.length()).isEqualTo(Files.size(file));
        }
        return frames;
    }

    @Test
    void what_was_appended_is_read_in_order() throws IOException {
        assertThat(read()).isEqualTo(FRAMES);
    }

    @Test
    void a_frame_cut_off_at_any_octet_is_left_out_and_the_rest_kept_beside() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int first = 8 + FRAMES.getFirst().bytes().length;
        for (int length = first + 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(read()).containsExactly(FRAMES.getFirst());
            assertThat(Files.size(file)).isEqualTo(first);
            assertThat(folder.resolve("journal.cut-" + first)).hasSize(length - first);
        }
    }

    @Test
    void a_changed_octet_is_noticed() throws IOException {
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length - 1] ^= 1;
        Files.write(file, octets);

        assertThat(read()).containsExactly(FRAMES.getFirst());
    }

    @Test
    void a_journal_can_be_replaced_and_goes_on() throws IOException {
        try (Journal journal =
                Journal.replace(new RealDisk(), file, target -> target.take(FRAMES.getLast()))) {
            journal.append(List.of(FRAMES.getFirst()));
        }
        assertThat(read()).containsExactly(FRAMES.getLast(), FRAMES.getFirst());
    }
}
