package org.mailstation.daemon.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 4 Jun 2015 09:23:37 +0000 (UTC)|2015-06-04T09:23:37Z|2015-06-04",
                "Thu,  4 Jun 2015 00:30:00 +0200|2015-06-03T22:30:00Z|2015-06-04",
                "04 Jun 2015 09:23 -0700|2015-06-04T16:23:00Z|2015-06-04",
                "Thu, 4 Jun 2015 09:23:37 GMT|2015-06-04T09:23:37Z|2015-06-04"
            })
    void a_date_has_a_moment_and_a_day_as_it_is_written(String field, Instant at, LocalDate day) {
        assertThat(SentDate.parse(field))
                .isEqualTo(new SentDate(at.toEpochMilli(), day.toEpochDay()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Thu, 44 Foo 2015", "4.6.2015 09:23"})
    void what_is_no_date_is_none(String field) {
        assertThat(SentDate.parse(field)).isNull();
    }
}
