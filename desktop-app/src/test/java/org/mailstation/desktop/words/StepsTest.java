package org.mailstation.desktop.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailstation.text.Text;

class StepsTest {
    @Test
    void every_sentence_is_a_step() {
        assertThat(
                        Steps.of(
                                "Look in the router whether it forwards port 25 to the NAS. If it does, ask your provider.",
                                Locale.ENGLISH))
                .containsExactly(
                        "Look in the router whether it forwards port 25 to the NAS.",
                        "If it does, ask your provider.");
    }

    /** What is quoted, in brackets or an address of a page is not torn apart. */
    @Test
    void a_remedy_of_ours_comes_apart_where_a_person_would_pause() {
        List<String> steps =
                Steps.of(
                        Text.of("dns.blocklist.spam.remedy", "192.0.2.7", "zen.spamhaus.org")
                                .in(Locale.GERMAN),
                        Locale.GERMAN);
        assertThat(steps).hasSize(5);
        assertThat(steps.get(1))
                .isEqualTo(
                        "Öffnen Sie die Seite der Liste im Browser (https://check.spamhaus.org/), suchen Sie dort die Adresse 192.0.2.7 und bitten Sie um Streichung.");
        assertThat(
                        Steps.of(
                                Text.of("dns.reverse.remedy", "192.0.2.7", "mail.a.example")
                                        .in(Locale.GERMAN),
                                Locale.GERMAN))
                .hasSize(3)
                .first()
                .asString()
                .endsWith("(Reverse DNS)“.");
    }

    @Test
    void an_abbreviation_is_no_step() {
        assertThat(
                        Steps.of(
                                "Geben Sie z. B. Port 25 frei. Prüfen Sie danach noch einmal.",
                                Locale.GERMAN))
                .containsExactly("Geben Sie z. B. Port 25 frei.", "Prüfen Sie danach noch einmal.");
    }

    @Test
    void one_sentence_stays_one_and_nothing_is_none() {
        assertThat(Steps.of("Wait.", Locale.ENGLISH)).containsExactly("Wait.");
        assertThat(Steps.of("", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void nothing_is_lost() {
        assertThat(Steps.of("Restart the router, and wait for it. Done.", Locale.ENGLISH))
                .containsExactly("Restart the router, and wait for it. Done.");
    }
}
