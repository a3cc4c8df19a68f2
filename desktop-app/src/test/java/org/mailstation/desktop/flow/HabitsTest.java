package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.fake.FakeAutostart;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.HandBackground;

class HabitsTest {
    private final HandBackground background = new HandBackground();
    private final FakeAutostart autostart = new FakeAutostart();
    @TempDir Path folder;
    private Habits habits;

    @BeforeEach
    void open() {
        habits = new Habits(autostart, FakeMeans.versions(folder), background);
    }

    private Habits.View rest() {
        background.until(() -> !habits.view().activity().running());
        return habits.view();
    }

    @Test
    void how_it_is_is_asked_and_not_guessed() {
        assertThat(habits.view().autostart()).isNull();
        autostart.on = true;
        habits.open();
        assertThat(rest().autostart()).isTrue();
    }

    @Test
    void the_switch_switches() {
        habits.startBySelf(true);
        assertThat(rest().autostart()).isTrue();
        assertThat(autostart.on).isTrue();
        habits.startBySelf(false);
        assertThat(rest().autostart()).isFalse();
        assertThat(autostart.on).isFalse();
    }

    @Test
    void a_computer_that_refuses_is_told_and_nothing_is_shown_that_is_not_so() {
        habits.open();
        rest();
        autostart.refuses = true;
        habits.startBySelf(true);
        assertThat(rest().activity())
                .isEqualTo(
                        new Activity.Failed(
                                new FlowFailure.AutostartRefused("read-only file system")));
        assertThat(rest().autostart()).isFalse();
    }

    @Test
    void a_newer_version_is_told_where_the_person_points_to_a_file() throws Exception {
        habits.open();
        assertThat(rest().newer()).isEmpty();
        Path file = Files.createFile(folder.resolve("mail-station_9.1.0_amd64.deb"));
        habits.lookForVersions(" " + file);
        assertThat(rest().newer()).isEqualTo("9.1.0");
        assertThat(rest().updates()).isEqualTo(file.toString());
        habits.lookForVersions("");
        assertThat(rest().newer()).isEmpty();
    }

    @Test
    void a_folder_is_looked_through_and_what_is_older_is_no_news() throws Exception {
        Path shelf = Files.createDirectory(folder.resolve("downloads"));
        Files.createFile(shelf.resolve("mail-station_0.0.9_amd64.deb"));
        Files.createFile(shelf.resolve("holiday.jpg"));
        habits.lookForVersions(shelf.toString());
        assertThat(rest().newer()).isEmpty();
        Files.createFile(shelf.resolve("mail-station_0.2.0_amd64.deb"));
        habits.open();
        assertThat(rest().newer()).isEqualTo("0.2.0");
    }

    @Test
    void a_place_where_nothing_is_changes_nothing() {
        habits.lookForVersions(folder.resolve("gone").toString());
        assertThat(rest().activity())
                .isEqualTo(
                        new Activity.Failed(
                                new FlowFailure.NothingThere(folder.resolve("gone").toString())));
        assertThat(rest().updates()).isEmpty();
    }
}
