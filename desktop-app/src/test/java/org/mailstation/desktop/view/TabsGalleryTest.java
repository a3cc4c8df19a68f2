package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.config.Ddns;
import org.mailstation.config.StationConfig;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.WatchNote;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.desktop.fake.Watches;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Step;
import org.mailstation.text.Text;

/** A picture of every tab of the home page, see {@link GalleryTest}. */
class TabsGalleryTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.mailstation.desktop.view.GalleryTest#looks")
    void every_tab_can_be_drawn_and_every_control_in_it_has_a_name(
            String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            ui.toHome();
            letters(ui, suffix);
            people(ui, suffix);
            guard(ui, suffix);
            watch(ui, suffix);
            history(ui, suffix);
            settings(ui, suffix);
        }
    }

    private static void shoot(Ui ui, String name) {
        Ui.settle();
        ui.shoot(name);
        assertThat(ui.text()).doesNotContain("null", "{0}");
        assertThat(ui.nameless()).isEmpty();
    }

    private static void letters(Ui ui, String suffix) {
        ui.tab("mail");
        Ui.until(() -> ui.care.letters().view().found() != null);
        shoot(ui, "20-mail-nothing" + suffix);
        Letters.onto(ui.nas.station.desk);
        ui.click("letters-all");
        Ui.until(() -> ui.scene.lookup("#letter-1") != null);
        shoot(ui, "20-mail" + suffix);
        ui.click("queue-give-up-1");
        Ui.until(() -> ui.scene.lookup("#letters-yes") != null);
        ui.scrollTo("queue");
        shoot(ui, "20-mail-give-up" + suffix);
        ui.click("letters-no");
        ui.unfold("letter-1");
        ui.scrollTo("letter-1");
        shoot(ui, "20-mail-way" + suffix);
        ui.resize(860, 560);
        shoot(ui, "20-mail-small" + suffix);
        double end = ui.scene.getWidth();
        assertThat(ui.all(".tab-header-area .tab"))
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(
                        tab ->
                                assertThat(tab.localToScene(tab.getBoundsInLocal()).getMaxX())
                                        .isLessThan(end));
        assertThat(ui.all(".control-buttons-tab .tab-down-button"))
                .as("no tab behind a button")
                .noneMatch(Ui::shown);
        ui.resize(960, 680);
    }

    private static void guard(Ui ui, String suffix) {
        ui.tab("guard");
        Ui.until(() -> ui.scene.lookup("#lift-1") != null);
        shoot(ui, "21-security" + suffix);
        ui.scrollTo("forget-1");
        ui.click("lift-1");
        Ui.until(() -> ui.scene.lookup("#guard-yes") != null);
        shoot(ui, "21-security-sure" + suffix);
        ui.click("guard-yes");
        Ui.until(() -> ui.scene.lookup("#guard-done") != null);
        shoot(ui, "21-security-done" + suffix);
    }

    private static void people(Ui ui, String suffix) {
        ui.tab("people");
        Ui.until(() -> ui.scene.lookup("#person-open-1") != null);
        shoot(ui, "22-people" + suffix);
        Ui.until(() -> !ui.node("person-open-0").isDisabled());
        ui.click("person-open-0");
        Ui.until(() -> ui.scene.lookup("#revoke-1") != null);
        Ui.until(() -> !ui.care.household().view().activity().running());
        shoot(ui, "22-people-passwords" + suffix);
        ui.click("revoke-1");
        ui.scrollTo("devices");
        shoot(ui, "22-people-lock-out" + suffix);
        ui.click("household-no");
        Ui.fx(() -> ((TextField) ui.node("device-name")).setText("Laptop"));
        ui.click("device-make");
        Ui.until(() -> ui.node("device-made").isVisible());
        ui.scrollTo("device-name");
        shoot(ui, "22-people-device" + suffix);
        ui.click("device-password-copy");
        assertThat(ui.dialogs.copied).contains("abcd-efgh-jkmn-pqrs");
        ui.click("device-noted");
        assertThat(((TextField) ui.node("device-password")).getText()).isEmpty();
    }

    private static void watch(Ui ui, String suffix) {
        ui.nas.station.desk.watched = Watches.of(List.of());
        ui.tab("watch");
        Ui.until(() -> !ui.node("watch-look").isDisabled());
        shoot(ui, "25-watch-nothing" + suffix);
        ui.nas.station.desk.watched =
                Watches.of(
                        List.of(Watches.NO_PASSWORD),
                        Watches.begun(Watches.NO_PASSWORD, WatchNote.Letter.NOBODY),
                        Watches.ended(Watches.WRONG_ADDRESS, Watches.MORNING),
                        Watches.begun(Watches.WRONG_ADDRESS, WatchNote.Letter.WRITTEN));
        ui.click("watch-look");
        Ui.until(() -> ui.scene.lookup("#watch-done") != null);
        shoot(ui, "25-watch" + suffix);
        Ui.fx(() -> ((TextField) ui.node("watch-every")).setText("often"));
        Ui.fx(() -> ((TextField) ui.node("watch-address-text")).setText("bea"));
        ui.click("watch-save");
        Ui.until(() -> !ui.care.watching().view().problems().isEmpty());
        Ui.settle();
        ui.scrollTo("watch-save");
        shoot(ui, "25-watch-wrong" + suffix);
        Ui.fx(() -> ((TextField) ui.node("watch-every")).setText("12h"));
        Ui.fx(() -> ((TextField) ui.node("watch-address-text")).setText("bea@elsewhere.example"));
        ui.click("watch-save");
        Ui.until(() -> !ui.node("watch-letter").isDisabled());
        ui.nas.station.desk.notWatched = Watches.WRONG_ADDRESS.sentence();
        ui.click("watch-letter");
        Ui.until(() -> !ui.care.watching().view().refused().isEmpty());
        ui.resize(860, 560);
        ui.scrollTo("watch-look");
        shoot(ui, "25-watch-refused" + suffix);
        ui.resize(960, 680);
        ui.nas.station.desk.notWatched = null;
        Ui.until(() -> !ui.node("watch-letter").isDisabled());
        ui.scrollTo("watch-changes");
        shoot(ui, "25-watch-changes" + suffix);
    }

    private static void history(Ui ui, String suffix) {
        StationConfig first = ui.nas.station.running().orElseThrow();
        StationConfig second =
                first.withDdns(new Ddns("noip", "mueller.ddns.net", "joerg@example.org", ""));
        ui.nas.station.setConfig(second);
        ui.nas.station.desk.history = Letters.history(first, second);
        ui.tab("history");
        Ui.until(() -> ui.scene.lookup("#revert-1") != null);
        Ui.until(() -> !ui.node("revert-1").isDisabled());
        shoot(ui, "23-history" + suffix);
        ui.click("revert-1");
        Ui.until(() -> ui.scene.lookup("#history-yes") != null);
        shoot(ui, "23-history-plan" + suffix);
        ui.click("history-yes");
        Ui.until(() -> ui.scene.lookup("#history-done") != null);
        shoot(ui, "23-history-done" + suffix);
    }

    private static void settings(Ui ui, String suffix) {
        ui.tab("settings");
        Ui.until(() -> !ui.node("autostart").isDisabled());
        Ui.fx(() -> ((CheckBox) ui.node("autostart")).setSelected(true));
        Ui.until(() -> ui.autostart.on && !ui.node("autostart").isDisabled());
        shoot(ui, "24-settings" + suffix);
        newer(ui, suffix);
        ui.autostart.refuses = true;
        Ui.fx(() -> ((CheckBox) ui.node("autostart")).setSelected(false));
        Ui.until(() -> ui.care.habits().view().activity() instanceof Activity.Failed);
        Ui.settle();
        assertThat(((CheckBox) ui.node("autostart")).isSelected()).isTrue();
        ui.resize(860, 560);
        shoot(ui, "24-settings-refused" + suffix);
        ui.resize(960, 680);
        backup(ui, suffix);
        ui.click("settings-people");
        ui.on(Step.PEOPLE);
    }

    private static void backup(Ui ui, String suffix) {
        ui.nas.station.desk.plan =
                now ->
                        new BackupOutcome.Plan(
                                now.to(),
                                now.every(),
                                now.keep(),
                                false,
                                Instant.parse("2026-05-05T02:00:00Z"),
                                Instant.parse("2026-05-07T14:00:00Z"),
                                0,
                                2,
                                Instant.parse("2026-05-07T02:00:00Z"),
                                Text.of("problem.backup.to", "/volume2"));
        Ui.fx(() -> ((TextField) ui.node("backup-to")).setText("backup"));
        Ui.until(() -> !ui.node("backup-save").isDisabled());
        ui.click("backup-save");
        Ui.until(() -> !ui.care.copies().view().problems().isEmpty());
        ui.scrollTo("backup-to");
        shoot(ui, "24-settings-backup-wrong" + suffix);
        Ui.fx(() -> ((TextField) ui.node("backup-to")).setText("/volume2/mail-backup"));
        ui.click("backup-save");
        Ui.until(() -> ui.care.copies().view().done() != null);
        Ui.until(() -> !ui.node("backup-make").isDisabled());
        ui.scrollTo("backup-state");
        shoot(ui, "24-settings-backup" + suffix);
        ui.nas.station.desk.made =
                new BackupOutcome.Made(Instant.EPOCH, 4_711, 9_000_000, 12, 4_000, 0, 0, List.of());
        ui.click("backup-make");
        Ui.until(() -> ui.text().contains(ui.words.of(Text.of("flow.backup.made", 4711L, 12L))));
        ui.scrollTo("language");
        shoot(ui, "24-settings-language" + suffix);
    }

    private static void newer(Ui ui, String suffix) {
        try {
            Files.createFile(ui.home.resolve("mail-station_9.1.0_amd64.deb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ui.dialogs.updates = Optional.of(ui.home);
        ui.click("updates-choose");
        ui.click("updates-look");
        Ui.until(() -> ui.scene.lookup("#newer") != null);
        Ui.until(() -> !ui.node("autostart").isDisabled());
        shoot(ui, "24-settings-newer" + suffix);
    }
}
