package org.mailstation.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
    static List<Corpus.Case> all() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_returned_letter_is_understood(Corpus.Case one) {
        assertThat(seen(Bounces.read(Corpus.octets(one.file()))))
                .containsExactlyInAnyOrderElementsOf(one.wanted());
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_ends_of_lines_do_not_matter(Corpus.Case one) {
        String text = new String(Corpus.octets(one.file()), StandardCharsets.UTF_8);
        byte[] other = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(seen(Bounces.read(other))).containsExactlyInAnyOrderElementsOf(one.wanted());
    }

    @ParameterizedTest
    @MethodSource("all")
    void one_that_is_torn_off_anywhere_is_read_as_far_as_it_goes(Corpus.Case one)
            throws IOException {
        byte[] whole = Corpus.octets(one.file());
        for (int length = 0; length < whole.length; length += 211) {
            assertThat(Bounces.read(new ByteArrayInputStream(whole, 0, length))).isNotNull();
        }
    }

    @Test
    void there_are_many_and_of_nearly_every_cause() {
        assertThat(Corpus.all()).hasSizeGreaterThan(100);
        List<String> causes =
                Corpus.all().stream()
                        .flatMap(one -> one.wanted().stream())
                        .map(cells -> cells.get(3))
                        .distinct()
                        .toList();
        for (Cause cause : Cause.values()) {
            if (cause != Cause.FORGED) { // that is for the station's log to say
                assertThat(causes).contains(cause.name());
            }
        }
    }

    private static List<List<String>> seen(Reading reading) {
        return switch (reading) {
            case Reading.Other other ->
                    List.of(List.of("none:" + other.what(), "", "", "", "", ""));
            case Reading.Returned returned ->
                    returned.refusals().stream()
                            .map(
                                    one ->
                                            List.of(
                                                    one.recipient(),
                                                    one.server(),
                                                    one.provider(),
                                                    one.cause().name(),
                                                    one.list(),
                                                    one.again().name()))
                            .toList();
        };
    }
}
