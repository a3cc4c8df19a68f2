package org.mailstation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailstation.control.DdnsChange;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.text.Text;

class DdnsWordsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static String words(DdnsChange change) {
        return DdnsWords.of(change, NOON.plusSeconds(7200)).in(Locale.ENGLISH);
    }

    @Test
    void a_change_says_how_long_mail_was_at_risk() {
        assertThat(words(new DdnsChange("1", "2", NOON, NOON, NOON.plusSeconds(40), 1)))
                .endsWith("from 1 to 2. Mail was at risk for at most 40 s.");
        assertThat(words(new DdnsChange("1", "2", NOON, NOON, null, 1))).contains("2 h so far");
        assertThat(words(new DdnsChange("", "2", null, NOON, NOON, 1)))
                .endsWith("the first address.");
    }

    @Test
    void times_are_told_as_exactly_as_matters() {
        assertThat(DdnsWords.length(Duration.ofSeconds(119))).isEqualTo("119 s");
        assertThat(DdnsWords.length(Duration.ofMinutes(119))).isEqualTo("119 min");
        assertThat(DdnsWords.length(Duration.ofDays(2))).isEqualTo("48 h");
    }

    @Test
    void without_ddns_it_says_what_to_do() {
        assertThat(DdnsWords.lines(DdnsStatus.NONE)).containsExactly(Text.of("ddns.none").words());
    }

    @Test
    void a_test_says_its_reason() {
        Text reason = Text.of("ddns.none");
        assertThat(DdnsWords.of(new DdnsTried.Refused(reason))).isEqualTo(reason);
        assertThat(DdnsWords.of(new DdnsTried.Works("44.1.2.3", NOON)).in(Locale.ENGLISH))
                .startsWith("It works: the provider took the address 44.1.2.3");
    }
}
