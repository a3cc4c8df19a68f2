package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

class OneClickTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Words GERMAN = new Words(Locale.GERMAN, ZoneOffset.UTC);

    private static String offer(Words words, Finding finding) {
        return new OneClick(words, List.of(finding)).offer(finding).orElse("");
    }

    @Test
    void what_one_press_mends_is_said_with_the_button_and_the_command() {
        Finding withdrawn = Found.withdrawn("smtp", 25);
        assertThat(offer(ENGLISH, withdrawn))
                .contains("press “Ask the router again”", "mail-station fix forwarding.smtp");
        assertThat(offer(GERMAN, withdrawn))
                .contains("„Den Router noch einmal bitten“", "mail-station fix forwarding.smtp");
    }

    @Test
    void what_had_no_words_for_a_person_says_what_the_window_does() {
        Finding edited =
                Found.fail(
                        "configuration",
                        Hop.DAEMON,
                        Severity.WARNING,
                        Text.of("configuration.edited", 1),
                        null);
        assertThat(offer(ENGLISH, edited)).startsWith("Mail Station does this itself");
    }

    @Test
    void what_only_a_person_can_do_promises_nothing() {
        assertThat(offer(ENGLISH, Found.closed())).isEmpty();
        assertThat(offer(ENGLISH, Found.pass("dns.mx", Hop.DNS))).isEmpty();
    }
}
