package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.words.Exit;

@Timeout(60)
class AppPasswordCommandTest extends CtlBench {
    @BeforeEach
    void configure() {
        annaHasAMailbox();
    }

    @Test
    void a_new_one_is_shown_once_and_alone_on_its_line() {
        assertThat(run("", "app-password", "Anna@example.org", "--make", "Phone"))
                .isEqualTo(Exit.OK.code());
        assertThat(out.lines()).contains("made-for-one");
    }

    @Test
    void devices_are_listed() {
        run("", "app-password", "anna@example.org");

        assertThat(out).contains("2026-05-01\tPhone").doesNotContain("made-for-one");
    }

    @Test
    void who_is_not_there_is_named() {
        assertThat(run("", "app-password", "x@example.org")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(run("", "app-password", "anna@example.org", "--revoke", "x"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("No device is called x");
    }
}
