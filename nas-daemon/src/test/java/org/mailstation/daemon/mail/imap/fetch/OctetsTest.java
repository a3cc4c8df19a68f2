package org.mailstation.daemon.mail.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.apache.james.imap.encode.EncoderUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetsTest {
    private final Octets out = new Octets(1);

    private String taken() {
        return new String(out.take(), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, 99, 100, 4_294_967_295L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void numbers_are_written_in_digits(long number) {
        out.add(number);

        assertThat(taken()).isEqualTo(Long.toString(number));
    }

    @Test
    void what_was_taken_or_cut_is_gone() {
        out.add("abc").add('d').cut(2);
        assertThat(taken()).isEqualTo("ab");
        assertThat(out.length()).isZero();
        assertThat(taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T14:15:16.999Z",
                "2024-02-29T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "1500-06-01T12:00:00Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void dates_are_written_as_james_writes_them(String instant) {
        Date date = Date.from(Instant.parse(instant));
        Dates.write(date.getTime(), out);

        assertThat(taken()).isEqualTo('"' + EncoderUtils.encodeDateTime(date) + '"');
    }
}
