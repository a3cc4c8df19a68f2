package org.mailstation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailstation.bounce.Bounces;
import org.mailstation.bounce.Explanation;
import org.mailstation.bounce.Logged;
import org.mailstation.bounce.Reading;
import org.mailstation.text.Text;

class BounceWordsTest {
    private static String said(String text) {
        Explanation found =
                Explanation.of(
                        (Reading.Returned) Bounces.read(text.getBytes(StandardCharsets.UTF_8)),
                        Logged.notAsked(Text.of("bounce.log.no-station")),
                        Set.of());
        return String.join("\n", BounceWords.lines(found, ZoneOffset.UTC));
    }

    @Test
    void a_person_reads_who_why_whose_again_and_what_to_do() {
        assertThat(said("550 5.7.1 <bob@gmail.com>: blocked using zen.spamhaus.org, query/ip"))
                .contains(
                        Text.of("bounce.to", "bob@gmail.com").words(),
                        Text.of("bounce.who.one", "Gmail").words(),
                        Text.of("bounce.why.home-line", "Gmail", "").words(),
                        Text.of("bounce.whose.us").words(),
                        Text.of("bounce.again.no").words(),
                        Text.of("bounce.next.home-line").words());
    }

    @Test
    void one_that_still_waits_is_not_called_returned() {
        assertThat(said("451 4.7.1 Greylisted, come back later"))
                .startsWith(Text.of("bounce.title.waiting").words())
                .contains(Text.of("bounce.again.yes").words());
    }

    @Test
    void what_is_not_known_is_never_called_fine() {
        assertThat(said("554 5.3.0 today is not your day"))
                .contains(
                        Text.of("bounce.whose.unknown").words(),
                        Text.of("bounce.why.other", "unknown").words());
    }

    @Test
    void the_words_of_a_strangers_server_cannot_steer_a_terminal_and_end_somewhere() {
        String said = said("550 5.1.1 user unknown \u001b[2J\u0007" + "x".repeat(3_000));
        assertThat(said).doesNotContain("\u001b", "\u0007").hasSizeLessThan(2_000);
    }
}
