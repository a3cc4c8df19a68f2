package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.config.toml.StationToml;
import org.mailstation.daemon.state.TinyConfigs;
import org.mailstation.words.Exit;

/** What becomes of a mailbox's letters, said on the command line. */
@Timeout(60)
class AccountCommandTest extends CtlBench {
    private static final String ANNA = "anna@example.org";

    @BeforeEach
    void add() {
        String station = StationToml.write(TinyConfigs.named("a.example.org"));
        assertThat(run(station, "config", "apply", "-", "--yes")).as(err).isZero();
        assertThat(run("", "account", "add", ANNA)).as(err).isZero();
    }

    private String configuration() {
        assertThat(run("", "config", "show")).isZero();
        return out;
    }

    @Test
    void letters_are_forwarded_with_or_without_a_copy_after_a_question() {
        assertThat(run("no\n", "account", "forward", ANNA, "X@away.example"))
                .isEqualTo(Exit.DECLINED.code());
        assertThat(out)
                .contains("Letters to anna@example.org go on to x@away.example.")
                .contains("anna@example.org keeps a copy");

        assertThat(run("", "account", "forward", ANNA, "x@away.example", "--no-copy", "--yes"))
                .as(err)
                .isZero();
        assertThat(out).contains("Nothing of it stays at anna@example.org");
        assertThat(configuration())
                .contains("forward-to = [\"x@away.example\"]\nkeep-copy = false\n");

        assertThat(run("", "account", "forward", ANNA, "--yes")).as(err).isZero();
        assertThat(configuration()).contains("forward-to = []\nkeep-copy = true\n");
    }

    @Test
    void what_is_sent_is_saved_from_now_on_and_no_longer() {
        assertThat(run("", "account", "save-sent", ANNA, "--yes")).as(err).isZero();
        assertThat(out).contains("What anna@example.org sends is put into the folder");
        assertThat(configuration()).contains("save-sent = true\n");

        assertThat(run("", "account", "save-sent", ANNA, "--off", "--yes")).as(err).isZero();
        assertThat(configuration()).contains("save-sent = false\n");
    }

    @Test
    void a_mailbox_is_closed_to_its_owner_or_to_letters_too_and_opened_again() {
        assertThat(run("", "account", "disable", ANNA, "--yes")).as(err).isZero();
        assertThat(out).contains("Letters to anna@example.org still arrive.");
        assertThat(configuration()).contains("enabled = false\nrefuse-letters = false\n");

        assertThat(run("", "account", "disable", ANNA, "--refuse", "--yes")).as(err).isZero();
        assertThat(out).contains("learns that the mailbox is closed");
        assertThat(configuration()).contains("enabled = false\nrefuse-letters = true\n");
        assertThat(run("", "account", "list")).isZero();
        assertThat(out).contains("signing in is switched off, and letters are refused");

        assertThat(run("", "account", "enable", ANNA, "--yes")).as(err).isZero();
        assertThat(out).contains("Letters to anna@example.org are taken again.");
        assertThat(configuration()).contains("enabled = true\nrefuse-letters = false\n");
    }

    @Test
    void a_forwarding_in_a_circle_and_an_unknown_mailbox_are_refused() {
        assertThat(run("", "account", "forward", ANNA, ANNA, "--yes"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("forward to each other in a circle: " + ANNA);
        assertThat(run("", "account", "forward", "ben@example.org", ANNA, "--yes"))
                .isEqualTo(Exit.NOT_FOUND.code());
    }
}
