package org.mailstation.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

class TrayTest {

    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @TempDir Path folder;

    private final List<String> done = new ArrayList<>();

    private TrayMenu menu() {
        return new TrayMenu(
                WORDS, () -> done.add("open"), () -> done.add("check"), () -> done.add("quit"));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, true, STATUS_NOTIFIER",
        "true, true, false, true, AWT",
        "true, true, false, false, NONE",
        "true, false, true, false, NONE",
        "false, true, true, true, AWT",
        "false, false, false, false, NONE"
    })
    void the_best_way_that_is_there_is_taken(
            boolean linux, boolean library, boolean watcher, boolean awt, TrayKind kind) {
        assertThat(TrayKind.best(linux, library, watcher, awt)).isEqualTo(kind);
    }

    @Test
    void a_watcher_is_there_only_if_the_bus_says_so() {
        assertThat(StatusNotifierWatcher.present(_ -> "(true,)\n")).isTrue();
        assertThat(StatusNotifierWatcher.present(_ -> "(false,)\n")).isFalse();
        assertThat(StatusNotifierWatcher.present(_ -> "")).isFalse();
        assertThat(
                        StatusNotifierWatcher.present(
                                command ->
                                        command.getFirst().equals("gdbus")
                                                ? ""
                                                : "   boolean true\n"))
                .isTrue();
        assertThat(StatusNotifierWatcher.run(List.of("no-such-program-anywhere"))).isEmpty();
    }

    @Test
    void the_menu_holds_the_sentence_and_what_can_be_done() throws IOException {
        FakeIndicator indicator = new FakeIndicator();
        StatusNotifierTray tray = new StatusNotifierTray(indicator, menu(), new SignFiles(folder));
        assertThat(indicator.labels)
                .containsExactly(
                        "Asking the Disk Station …", "Open Mail Station", "Check now", "Quit");
        assertThat(indicator.enabled).containsExactly(false, true, true, true);

        indicator.actions.subList(1, 4).forEach(Runnable::run);
        assertThat(done).containsExactly("open", "check", "quit");

        tray.show(Health.BROKEN, "SMTP is closed");
        assertThat(indicator.labels.getFirst()).isEqualTo("SMTP is closed");
        assertThat(indicator.icon).isEqualTo(folder.resolve("status-broken.png").toAbsolutePath());
        assertThat(indicator.spoken).isEqualTo("SMTP is closed");
        tray.close();
        assertThat(indicator.shown).isFalse();
    }

    @Test
    void every_health_has_a_picture_of_its_own() throws IOException {
        SignFiles files = new SignFiles(folder.resolve("new").resolve("one"));
        for (Health health : Health.values()) {
            assertThat(ImageIO.read(files.of(health).toFile()).getWidth()).isEqualTo(64);
        }
    }

    @Test
    void the_sign_follows_the_station_and_is_told_of_news_only() {
        HandTimer timer = new HandTimer();
        FakeStation station = new FakeStation();
        StatusWatch watch = new StatusWatch(station::talk, timer, timer);
        List<String> shown = new ArrayList<>();
        TrayPort port =
                new TrayPort() {
                    @Override
                    public void show(Health health, String sentence) {
                        shown.add(health + ": " + sentence);
                    }

                    @Override
                    public void close() {
                        shown.add("gone");
                    }
                };
        try (TraySign sign = new TraySign(port, watch, WORDS, Runnable::run)) {
            watch.start();
            timer.pass(Duration.ofMinutes(3));
            station.dead = new StationFailure.ConnectionLost("nas");
            station.cut();
            timer.pass(Duration.ofMinutes(3));
            assertThat(sign).isNotNull();
        }
        assertThat(shown).hasSize(4);
        assertThat(shown.get(0)).startsWith("UNKNOWN: Asking");
        assertThat(shown.get(1))
                .startsWith("UNKNOWN: The mail server is running but has no settings");
        assertThat(shown.get(2)).startsWith("UNKNOWN: The Disk Station has not answered since");
        assertThat(shown.get(3)).isEqualTo("gone");
    }

    private static final class FakeIndicator implements Indicator {

        private final List<String> labels = new ArrayList<>();
        private final List<Boolean> enabled = new ArrayList<>();
        private final List<Runnable> actions = new ArrayList<>();
        private Path icon = Path.of("");
        private String spoken = "";
        private boolean shown;

        @Override
        public void create(String id, String title, Path picture) {
            icon = picture;
        }

        @Override
        public int add(String label, boolean canBePressed, Runnable action) {
            labels.add(label);
            enabled.add(canBePressed);
            actions.add(action);
            return labels.size() - 1;
        }

        @Override
        public void label(int line, String text) {
            labels.set(line, text);
        }

        @Override
        public void show() {
            shown = true;
        }

        @Override
        public void icon(Path picture, String words) {
            icon = picture;
            spoken = words;
        }

        @Override
        public void hide() {
            shown = false;
        }
    }
}
