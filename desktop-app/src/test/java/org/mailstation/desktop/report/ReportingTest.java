package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.HandBackground;
import org.mailstation.desktop.fake.HandGatherer;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

class ReportingTest {
    private static final Instant NOON = Instant.parse("2026-05-07T12:00:00Z");

    @TempDir Path folder;
    private final HandBackground background = new HandBackground();
    private final HandGatherer gatherer = new HandGatherer();
    private final Reporting reporting =
            new Reporting(
                    gatherer,
                    () -> new Reporting.Maker("chief", List.of(new Secret("old.home.example"))),
                    new Words(Locale.GERMANY, ZoneOffset.UTC),
                    Sheet.A4,
                    InstantSource.fixed(NOON),
                    background);

    private Reporting.View rest() {
        background.until(() -> !reporting.view().activity().running());
        return reporting.view();
    }

    private Draft draft() {
        return Objects.requireNonNull(reporting.view().draft());
    }

    private Reporting.Progress progress(Gathered.Part part) {
        return reporting.view().rows().get(part.ordinal()).progress();
    }

    @Test
    void each_part_shows_how_far_it_is() {
        Gate gate = new Gate();
        gatherer.gate = gate;
        reporting.begin();
        background.until(() -> progress(Gathered.Part.STATION) == Reporting.Progress.RUNS);
        assertThat(progress(Gathered.Part.LOOK)).isEqualTo(Reporting.Progress.DONE);
        assertThat(progress(Gathered.Part.LOG)).isEqualTo(Reporting.Progress.WAITS);
        gate.open();
        rest();
        assertThat(reporting.view().rows())
                .extracting(Reporting.Row::progress)
                .containsOnly(Reporting.Progress.DONE);
    }

    @Test
    void what_could_not_be_asked_is_no_failure_and_is_shown() {
        Gathered all = gatherer.gathered;
        gatherer.gathered =
                new Gathered(
                        all.program(),
                        all.host(),
                        all.at(),
                        all.check(),
                        null,
                        Gathered.Told.NOTHING,
                        null,
                        List.of(),
                        List.of(
                                new Gathered.Unasked(
                                        Gathered.Part.LETTERS, Text.of("report.nas-silent"))));
        reporting.begin();
        rest();
        assertThat(progress(Gathered.Part.LETTERS)).isEqualTo(Reporting.Progress.SILENT);
        assertThat(draft().contents())
                .contains(new Paper.Fact("Die letzten Briefe", "nicht gefragt"));
    }

    @Test
    void it_can_be_cancelled_and_a_failure_is_told() {
        gatherer.gate = new Gate();
        reporting.begin();
        background.until(() -> progress(Gathered.Part.STATION) == Reporting.Progress.RUNS);
        reporting.cancel();
        assertThat(rest().activity()).isEqualTo(Activity.IDLE);
        assertThat(reporting.view().draft()).isNull();
        gatherer.gate = null;
        gatherer.failure = new SshFailure.WrongPassword("admin", "nas");
        reporting.begin();
        assertThat(rest().activity()).isInstanceOf(Activity.Failed.class);
    }

    @Test
    void another_reader_or_language_needs_nothing_to_be_asked_again() {
        reporting.begin();
        rest();
        assertThat(draft().text()).contains("anna@home.example", "Was zu tun ist");
        reporting.choose(reporting.view().choice().withForum(true).withLanguage(Locale.ENGLISH));
        rest();
        assertThat(draft().text())
                .contains("What to do", "person1@")
                .doesNotContain("anna@home.example");
        assertThat(gatherer.asked).isEqualTo(1);
    }

    @Test
    void a_secret_of_this_run_is_not_even_in_the_preview() {
        reporting.begin();
        rest();
        assertThat(draft().text()).doesNotContain("old.home.example").contains("[…]");
    }

    @Test
    void it_is_saved_where_and_in_the_form_that_the_person_wants_and_then_shown() throws Exception {
        reporting.begin();
        rest();
        assertThat(reporting.name()).isEqualTo("mail-station-2026-05-07.zip");
        reporting.choose(reporting.view().choice().withForm(ReportFile.JSON));
        assertThat(reporting.name()).isEqualTo("mail-station-2026-05-07.json");
        Path file = folder.resolve("new").resolve(reporting.name());
        reporting.save(file);
        assertThat(rest().saved()).isEqualTo(file);
        assertThat(ControlJson.read(Files.readString(file), Paper.class).causes()).isNotEmpty();
        List<Path> opened = new ArrayList<>();
        reporting.open(opened::add);
        background.until(() -> !opened.isEmpty());
        assertThat(opened).containsExactly(file);
        reporting.open(
                _ -> {
                    throw new IOException("no program");
                });
        background.until(() -> reporting.view().unopened() != null);
    }

    @Test
    void what_cannot_be_written_is_told() throws Exception {
        reporting.begin();
        rest();
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        reporting.save(taken.resolve("report.json"));
        assertThat(rest().activity())
                .isInstanceOfSatisfying(
                        Activity.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isInstanceOf(ReportFailure.Unwritable.class));
        assertThat(reporting.view().saved()).isNull();
    }
}
