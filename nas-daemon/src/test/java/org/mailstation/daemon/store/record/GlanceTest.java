package org.mailstation.daemon.store.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private static LetterRecord letter(LetterFlags flags) {
        return new LetterRecord(
                70_000,
                1L << 40,
                flags,
                5_000_000_000L,
                1234,
                -1,
                1_800_000_000_000L,
                new UUID(1, -2),
                new UUID(-3, 4),
                "text",
                null,
                -1);
    }

    @Test
    void a_glance_shows_what_the_record_says() {
        for (LetterFlags flags :
                List.of(
                        LetterFlags.NONE,
                        new LetterFlags(LetterFlags.SEEN | LetterFlags.DRAFT, List.of("a", "b")))) {
            LetterRecord letter = letter(flags);
            Glance glance = Glance.of(Codec.bytes(letter));

            assertThat(glance.uid()).isEqualTo(letter.uid());
            assertThat(glance.modSeq()).isEqualTo(letter.modSeq());
            assertThat(glance.flags()).isEqualTo(flags);
            assertThat(glance.size()).isEqualTo(letter.size());
            assertThat(glance.bodyStart()).isEqualTo(letter.bodyStart());
            assertThat(glance.internalDate()).isEqualTo(letter.internalDate());
            assertThat(glance.saveDate()).isEqualTo(letter.saveDate());
            assertThat(glance.id()).isEqualTo(letter.id());
            assertThat(glance.thread()).isEqualTo(letter.thread());
            assertThat(glance.whole()).isEqualTo(letter);
        }
    }

    @Test
    void flags_that_a_later_version_may_know_are_not_lost() {
        LetterFlags unknown = new LetterFlags(LetterFlags.SEEN | 1024, List.of());

        assertThat(Codec.letter(Codec.bytes(letter(unknown))).flags()).isEqualTo(unknown);
    }

    @Test
    void the_header_is_read_alone() {
        byte[] header = "Subject: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        LetterDetails details =
                new LetterDetails(List.of(new LetterDetails.Property("n", "l", "v")), header);

        assertThat(Codec.header(Codec.bytes(details))).isEqualTo(header);
    }
}
