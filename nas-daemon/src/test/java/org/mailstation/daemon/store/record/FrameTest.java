package org.mailstation.daemon.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final LetterRecord LETTER =
            new LetterRecord(
                    7,
                    1L << 40,
                    new LetterFlags(
                            LetterFlags.SEEN | LetterFlags.RECENT, List.of("$Junk", "wörk")),
                    123_456,
                    789,
                    -1,
                    1_772_000_000_000L,
                    new UUID(1, -2),
                    new UUID(-3, 4),
                    null,
                    "plain",
                    -1);
    private static final Frame FRAME =
            new Frame(
                    99,
                    List.of(
                            new Change.PutBox(
                                    new BoxRecord(
                                            1,
                                            new BoxPath("anna", "#private", "INBOX"),
                                            42,
                                            "lr anna",
                                            "anna/INBOX~1")),
                            new Change.PutState(
                                    1, new BoxState(7, 8, 3, 2, 1000, Set.of("a", "b"))),
                            new Change.PutLetter(1, LETTER, null),
                            new Change.RemoveLetter(1, 6),
                            new Change.PutSubscription("anna", "Work"),
                            new Change.RemoveSubscription("anna", "Old"),
                            new Change.PutAnnotation(1, "/private/comment", "value"),
                            new Change.RemoveAnnotation(1, "/private/comment"),
                            new Change.LastBox(12),
                            new Change.RemoveBox(2)));

    @Test
    void every_kind_of_change_is_read_as_it_was_written() {
        assertThat(Frame.read(FRAME.bytes())).isEqualTo(FRAME);
    }

    @Test
    void details_are_written_without_the_header_which_the_letter_holds() {
        LetterDetails details =
                new LetterDetails(
                        List.of(new LetterDetails.Property("space", "charset", "utf-8")),
                        new byte[] {1, 2, 3});
        Frame frame = new Frame(1, List.of(new Change.PutLetter(1, LETTER, details)));

        Change.PutLetter read = (Change.PutLetter) Frame.read(frame.bytes()).changes().getFirst();

        LetterDetails found = Objects.requireNonNull(read.details());
        assertThat(found.properties()).isEqualTo(details.properties());
        assertThat(found.header()).isEmpty();
    }

    @Test
    void a_frame_that_ends_too_early_is_refused_at_every_length() {
        byte[] whole = FRAME.bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Frame.read(part)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
