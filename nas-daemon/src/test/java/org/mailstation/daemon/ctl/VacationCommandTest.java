package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.words.Exit;

@Timeout(60)
class VacationCommandTest extends CtlBench {
    private static final String ANNA = "anna@example.org";

    @BeforeEach
    void configure() {
        annaHasAMailbox();
    }

    @Test
    void who_is_at_home_answers_nothing() {
        assertThat(run("", "vacation", ANNA)).isZero();
        assertThat(out).contains("Nothing is answered for " + ANNA);
    }

    @Test
    void what_is_answered_is_shown_with_its_days() {
        assertThat(
                        run(
                                "",
                                "vacation",
                                "Anna@example.org",
                                "--on",
                                "I am at the sea.\nBack soon.",
                                "--from",
                                "2026-07-01",
                                "--until",
                                "2026-07-31"))
                .isZero();

        run("", "vacation", ANNA);

        assertThat(out.lines())
                .containsExactly(
                        "Whoever writes to " + ANNA + " is told this, once a week each:",
                        "    I am at the sea.",
                        "    Back soon.",
                        "From 2026-07-01",
                        "Until 2026-07-31");
    }

    @Test
    void it_is_taken_back() {
        run("", "vacation", ANNA, "--on", "I am at the sea.");

        assertThat(run("", "vacation", ANNA, "--off")).isZero();
        run("", "vacation", ANNA);
        assertThat(out).contains("Nothing is answered");
    }

    @Test
    void days_that_are_none_are_refused_and_change_nothing() {
        run("", "vacation", ANNA, "--on", "I am at the sea.");

        assertThat(run("", "vacation", ANNA, "--on", "x", "--until", "31.7.2026"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("2026-07-31");
        assertThat(
                        run(
                                "",
                                "vacation",
                                ANNA,
                                "--on",
                                "x",
                                "--from",
                                "2026-07-31",
                                "--until",
                                "2026-07-01"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("before the first");
        assertThat(run("", "vacation", ANNA, "--on", " ")).isEqualTo(Exit.REJECTED.code());
        run("", "vacation", ANNA);
        assertThat(out).contains("I am at the sea.");
    }

    @Test
    void on_and_off_at_once_is_asked_back() {
        assertThat(run("", "vacation", ANNA, "--on", "x", "--off")).isEqualTo(Exit.USAGE.code());
        assertThat(err).contains("not both");
    }

    @Test
    void days_without_a_text_are_asked_back() {
        assertThat(run("", "vacation", ANNA, "--until", "2026-07-31")).isEqualTo(Exit.USAGE.code());
        assertThat(err).contains("--on");
    }

    @Test
    void who_is_not_there_is_named() {
        assertThat(run("", "vacation", "bert@example.org", "--off"))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(err).contains("bert@example.org");
    }
}
