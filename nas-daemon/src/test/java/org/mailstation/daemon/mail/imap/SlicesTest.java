package org.mailstation.daemon.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.james.imap.api.message.IdRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {
    private static final long ALL = Long.MAX_VALUE;
    private static final int MOST = 10;

    private static Slices slices(long last, String set) {
        IdRange[] ranges =
                java.util.Arrays.stream(set.split(" "))
                        .map(
                                one -> {
                                    String[] ends = one.split(":");
                                    return new IdRange(number(ends[0]), number(ends[1]));
                                })
                        .toArray(IdRange[]::new);
        return new Slices(ranges, last, MOST);
    }

    private static long number(String word) {
        return word.equals("*") ? ALL : Long.parseLong(word);
    }

    private static String word(long number) {
        return number == ALL ? "*" : Long.toString(number);
    }

    private static String words(Slices slices) {
        return StreamSupport.stream(slices.spliterator(), false)
                .map(part -> word(part.getLowVal()) + ":" + word(part.getHighVal()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "25, 1:25,      1:10 11:20 21:25",
        "25, 1:*,       1:10 11:20 21:*", // also letters that came meanwhile
        "25, 1:99,      1:10 11:20 21:99",
        "20, 1:20,      1:10 11:20",
        "25, 1:10,      1:10",
        "25, 30:*,      30:*", // stands for the last one
        "25, *:*,       *:*",
        "0,  1:*,       1:*",
        "25, 3:4 6:17,  3:4 6:15 16:17",
        "25, 5:14 20:*, 5:14 20:*",
    })
    void a_set_is_divided_up_to_the_last_number_there_is(long last, String set, String parts) {
        assertThat(words(slices(last, set))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "25, 1:11, true", "25, 1:*, true", "25, 1:10, false", "25, 1:9, false",
        "5, 1:*, false", "25, *:*, false", "25, 1:5 7:9, false", "25, 1:5 7:20, true"
    })
    void only_a_set_with_a_large_range_is_worth_it(long last, String set, boolean large) {
        assertThat(slices(last, set).isLarge()).isEqualTo(large);
    }

    @Test
    void an_empty_set_has_no_parts() {
        Iterator<IdRange> parts = new Slices(new IdRange[0], 25, MOST).iterator();

        assertThat(parts.hasNext()).isFalse();
        assertThatThrownBy(parts::next).isInstanceOf(NoSuchElementException.class);
    }
}
