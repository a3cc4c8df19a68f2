package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.records.WantedRecord;
import org.mailstation.words.Exit;

/** {@code records} over real SSH; what is published is the test's. */
class RecordsCommandTest {
    private static final WantedRecord MX = Wanted.mx("example.org", "mail.example.org");
    private static final String LINE = "example.org. MX 10 mail.example.org.";

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
        bench.running();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private Keyboard.Ended records(Comparison one, String... form) {
        bench.station.records = new ComparedRecords(List.of(one), List.of());
        String[] args = new String[form.length + 1];
        args[0] = "records";
        System.arraycopy(form, 0, args, 1, form.length);
        return bench.signedIn("", args);
    }

    private static Comparison published(String... values) {
        return Matching.compare(MX, List.of(values));
    }

    @Test
    void what_is_published_as_it_should_be_is_fine() {
        Keyboard.Ended ended = records(published("10 mail.example.org."));
        assertThat(ended.out()).contains("(=) " + LINE, MX.why().words());
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void what_differs_is_shown_with_what_is_there_and_scripts_see_it() {
        Keyboard.Ended ended = records(published("5 old.example.org."));
        assertThat(ended.out()).contains("(!) " + LINE, words("records.now", "5 old.example.org."));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void what_could_not_be_told_is_not_called_missing() {
        Keyboard.Ended ended = records(new Comparison(MX, Comparison.State.UNTOLD, List.of()));
        assertThat(ended.out()).contains("(?) " + LINE).doesNotContain("(+) " + LINE);
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void the_zone_can_be_pasted_as_it_is() {
        Keyboard.Ended ended = records(published(), "--zone");
        assertThat(ended.out().lines())
                .contains("example.org. 3600 IN MX 10 mail.example.org.")
                .allMatch(line -> line.startsWith(";") || line.contains(" 3600 IN "));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void json_is_what_the_station_answered() {
        Keyboard.Ended ended = records(published(), "--json");
        assertThat(ControlJson.read(ended.out(), ComparedRecords.class))
                .isEqualTo(bench.station.records);
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void only_one_form_at_a_time() {
        Keyboard.Ended ended = records(published(), "--json", "--zone");
        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void a_service_that_does_not_answer_tells_nothing() {
        bench.station.nextFailure = new StationFailure.ConnectionLost("nas");
        Keyboard.Ended ended = records(published());
        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).isEmpty();
    }
}
