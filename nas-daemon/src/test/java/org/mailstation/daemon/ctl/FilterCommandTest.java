package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.words.Exit;

@Timeout(60)
class FilterCommandTest extends CtlBench {
    private static final String ANNA = "anna@example.org";
    private static final String BILLS =
            """
            require "fileinto";
            if header :contains "subject" "invoice" {
                fileinto "Bills";
            }
            """;

    @BeforeEach
    void configure() {
        annaHasAMailbox();
    }

    private void put(String name) {
        assertThat(run(BILLS, "filter", "put", ANNA, name, "-")).as(err).isZero();
    }

    @Test
    void that_there_is_none_is_said() {
        assertThat(run("", "filter", "list", ANNA)).isZero();
        assertThat(out).contains("There is no filter");
    }

    @Test
    void what_was_stored_is_listed_and_printed_as_it_was() {
        put("bills");

        assertThat(out).contains("\"bills\" is stored");
        run("", "filter", "list", ANNA);
        assertThat(out.lines()).contains("bills");
        run("", "filter", "show", ANNA, "bills");
        assertThat(out).isEqualTo(BILLS);
    }

    @Test
    void one_comes_from_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("my.sieve"), BILLS);

        assertThat(run("", "filter", "put", ANNA, "bills", file.toString())).isZero();
        assertThat(run("", "filter", "put", ANNA, "x", folder.resolve("none").toString()))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(err).contains("none");
    }

    @Test
    void the_active_one_is_marked_until_none_is() {
        put("bills");
        put("other");

        assertThat(run("", "filter", "activate", ANNA, "bills")).isZero();
        run("", "filter", "list", ANNA);
        assertThat(out.lines()).contains("bills\tactive", "other");

        assertThat(run("", "filter", "activate", ANNA)).isZero();
        assertThat(out).contains("No filter is active");
        run("", "filter", "list", ANNA);
        assertThat(out.lines()).contains("bills", "other");
    }

    @Test
    void the_active_one_stays_and_others_can_go() {
        put("bills");
        put("other");
        run("", "filter", "activate", ANNA, "bills");

        assertThat(run("", "filter", "remove", ANNA, "bills")).isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("Activate another one or none first");
        assertThat(run("", "filter", "remove", ANNA, "other")).isZero();
        run("", "filter", "list", ANNA);
        assertThat(out.lines()).containsExactly("bills\tactive");
    }

    @Test
    void a_mistake_is_told_with_its_line_and_changes_nothing() {
        put("bills");

        assertThat(run("keep;\nexplode;\n", "filter", "put", ANNA, "bills", "-"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("cannot be used", "line 2", "explode");
        run("", "filter", "show", ANNA, "bills");
        assertThat(out).isEqualTo(BILLS);
    }

    @Test
    void checking_stores_nothing() {
        assertThat(run(BILLS, "filter", "check", ANNA, "-")).isZero();
        assertThat(out).contains("These rules can be used");
        assertThat(run("explode;", "filter", "check", ANNA, "-")).isEqualTo(Exit.REJECTED.code());
        run("", "filter", "list", ANNA);
        assertThat(out).contains("There is no filter");
    }

    @Test
    void a_name_that_no_file_may_have_is_refused() {
        assertThat(run(BILLS, "filter", "put", ANNA, "../bills", "-"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("cannot be called");
    }

    @Test
    void who_and_what_is_not_there_is_named() {
        assertThat(run("", "filter", "list", "bert@example.org")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(err).contains("bert@example.org");
        for (String word : new String[] {"show", "activate", "remove"}) {
            assertThat(run("", "filter", word, ANNA, "none")).isEqualTo(Exit.NOT_FOUND.code());
            assertThat(err).contains("no filter called \"none\"");
        }
    }
}
