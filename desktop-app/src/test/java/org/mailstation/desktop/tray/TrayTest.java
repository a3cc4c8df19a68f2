package org.mailstation.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

class TrayTest {

    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @TempDir Path folder;

    private final List<String> done = new ArrayList<>();

    private TrayMenu menu() {
        return new TrayMenu(
                WORDS,
                () -> done.add("open"),
                () -> done.add("check"),
                () -> done.add("report"),
                () -> done.add("pause"),
                () -> done.add("quit"));
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
                        "Asking the Disk Station …",
                        "Open Mail Station",
                        "Check now",
                        "Report …",
                        "Pause watching",
                        "Quit");
        assertThat(indicator.enabled).containsExactly(false, true, true, true, true, true);

        indicator.actions.subList(1, 6).forEach(Runnable::run);
        assertThat(done).containsExactly("open", "check", "report", "pause", "quit");
        tray.paused(true);
        assertThat(indicator.labels.get(4)).isEqualTo("Watch again");
        tray.paused(false);
        assertThat(indicator.labels.get(4)).isEqualTo("Pause watching");

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
    void a_message_is_handed_to_the_desktop_with_its_picture() throws IOException {
        List<List<String>> started = new ArrayList<>();
        new SystemMessenger(folder, started::add).tell(Health.BROKEN, "Trouble", "--port 25");
        assertThat(started)
                .singleElement()
                .satisfies(
                        command -> {
                            assertThat(command)
                                    .startsWith("notify-send")
                                    .contains("--urgency=critical");
                            // a sentence is never taken for an option
                            assertThat(command).endsWith("--", "Trouble", "--port 25");
                        });
    }

    @Test
    void a_desktop_without_notifications_is_no_trouble() {
        new SystemMessenger(
                        folder,
                        _ -> {
                            throw new IOException("no such program");
                        })
                .tell(Health.FINE, "Well", "again");
        assertThat(folder.resolve("status-fine.png")).exists();
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
