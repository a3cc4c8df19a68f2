package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.ControlJson;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

@Timeout(60)
class RecordsCommandTest extends CtlBench {
    private static final Text NOTE = Text.of("records.note.no-dkim");

    private void published(String... mx) {
        publishes(
                Matching.compare(Wanted.mx("example.org", "mail.example.org"), List.of(mx)),
                Matching.compare(Wanted.tlsReport("example.org"), List.of()));
    }

    private void publishes(Comparison... records) {
        rig.examining.records = new ComparedRecords(List.of(records), List.of(NOTE));
    }

    @Test
    void what_is_there_and_what_is_only_a_comfort_is_fine() {
        published("10 mail.example.org.");
        assertThat(run("", "records")).isEqualTo(Exit.OK.code());
        assertThat(out)
                .containsSubsequence(
                        "To be published at the provider of the name:",
                        "(=) example.org. MX 10 mail.example.org.",
                        "    Tells others where letters for example.org go.",
                        "(+) _smtp._tls.example.org. TXT v=TLSRPTv1;",
                        "(i) The station does not sign letters",
                        "(?) could not be found out");
        assertThat(err).isEmpty();
    }

    @Test
    void what_is_wrong_is_shown_beside_what_is_there_and_scripts_see_it() {
        published("5 old.example.org.");
        assertThat(run("", "records")).isEqualTo(Exit.ATTENTION.code());
        assertThat(out)
                .containsSubsequence(
                        "(!) example.org. MX 10 mail.example.org.",
                        "There now: 5 old.example.org.");
        published();
        assertThat(run("", "records")).isEqualTo(Exit.ATTENTION.code());
        assertThat(out).contains("(+) example.org. MX 10 mail.example.org.");
    }

    @Test
    void what_could_not_be_told_is_said_to_be_neither_there_nor_missing() {
        publishes(
                new Comparison(
                        Wanted.mx("example.org", "mail.example.org"),
                        Comparison.State.UNTOLD,
                        List.of()));
        assertThat(run("", "records")).as("may be missing").isEqualTo(Exit.ATTENTION.code());
        assertThat(out).contains("(?) example.org. MX").doesNotContain("(+) example.org");
    }

    @Test
    void the_zone_can_be_pasted_as_it_is() {
        published();
        assertThat(run("", "records", "--zone")).isEqualTo(Exit.ATTENTION.code());
        assertThat(out.lines())
                .contains("example.org. 3600 IN MX 10 mail.example.org.", "; " + NOTE.words())
                .allMatch(line -> line.startsWith(";") || line.contains(" 3600 IN "));
    }

    @Test
    void json_is_one_document_with_the_same_exit_code() {
        published();
        assertThat(run("", "records", "--json")).isEqualTo(Exit.ATTENTION.code());
        assertThat(ControlJson.read(out, ComparedRecords.class)).isEqualTo(rig.examining.records);
        published("10 mail.example.org.");
        assertThat(run("", "records", "--json")).isEqualTo(Exit.OK.code());
    }

    @Test
    void only_one_form_at_a_time() {
        assertThat(run("", "records", "--json", "--zone")).isEqualTo(Exit.USAGE.code());
        assertThat(out).isEmpty();
    }

    @Test
    void a_daemon_that_does_not_run_tells_nothing() throws IOException {
        rig.close();
        assertThat(run("", "records")).isEqualTo(Exit.NO_ANSWER.code());
        assertThat(out).isEmpty();
    }
}
