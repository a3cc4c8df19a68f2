package org.mailstation.daemon.store.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadKeysTest {
    private static List<Long> keys(String... lines) {
        return ThreadKeys.of(
                "anna@example.org",
                (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_answer_has_a_mark_in_common_with_the_letter_it_answers() {
        List<Long> question = keys("Message-ID: <1@a>", "Subject: Grillfest");

        assertThat(keys("Message-ID: <2@b>", "In-Reply-To: <1@a>", "Subject: Re: Grillfest"))
                .containsAll(question);
        assertThat(keys("Message-ID: <3@b>", "References: <0@a>\r\n\t<1@a>", "Subject: grillfest"))
                .containsAll(question);
    }

    @Test
    void another_subject_is_another_conversation() {
        assertThat(keys("Message-ID: <2@b>", "In-Reply-To: <1@a>", "Subject: Urlaub"))
                .doesNotContainAnyElementsOf(keys("Message-ID: <1@a>", "Subject: Grillfest"));
    }

    @Test
    void another_account_is_another_conversation() {
        assertThat(ThreadKeys.of("ben@example.org", List.of("<1@a>"), "x"))
                .doesNotContainAnyElementsOf(
                        ThreadKeys.of("anna@example.org", List.of("<1@a>"), "x"));
    }

    @Test
    void encoded_and_plain_subjects_are_the_same() {
        assertThat(keys("Message-ID: <1@a>", "Subject: =?utf-8?Q?AW=3A_Gr=C3=BC=C3=9Fe?="))
                .isEqualTo(keys("Message-ID: <1@a>", "Subject: AW: Grüße"));
    }

    @Test
    void words_around_an_id_are_no_ids() {
        assertThat(keys("In-Reply-To: Your message of Monday <1@a>"))
                .isEqualTo(keys("Message-ID: <1@a>"));
    }

    @Test
    void a_letter_without_ids_has_no_marks() {
        assertThat(keys("Subject: Grillfest")).isEmpty();
        assertThat(keys("Message-ID: <>")).isEmpty();
    }

    @Test
    void a_letter_that_names_thousands_counts_by_the_first_and_the_last() {
        String references =
                IntStream.range(0, 5000)
                        .mapToObj(number -> "<" + number + "@a>")
                        .collect(Collectors.joining("\r\n "));

        List<Long> keys = keys("References: " + references);

        assertThat(keys).hasSizeLessThan(40);
        assertThat(keys).containsAll(keys("Message-ID: <0@a>"));
        assertThat(keys).containsAll(keys("Message-ID: <4999@a>"));
    }
}
