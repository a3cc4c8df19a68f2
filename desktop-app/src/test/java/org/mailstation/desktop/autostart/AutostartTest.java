package org.mailstation.desktop.autostart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutostartTest {
    private static final Path PROGRAM = Path.of("/opt/Mail & Station/50%/bin/mail-station");

    @TempDir Path home;

    private Autostart on(String system, Map<String, String> environment) {
        return Autostart.of(system, environment, home, PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,    .config/autostart/mail-station.desktop",
        "Mac OS X, Library/LaunchAgents/org.mailstation.assistant.plist"
    })
    void the_switch_makes_a_file_and_takes_it_away(String system, String file) throws IOException {
        Autostart autostart = on(system, Map.of());
        assertThat(autostart.isOn()).isFalse();
        autostart.turn(false);
        autostart.turn(true);
        autostart.turn(true);
        assertThat(autostart.isOn()).isTrue();
        assertThat(home.resolve(file)).exists();
        autostart.turn(false);
        assertThat(autostart.isOn()).isFalse();
        assertThat(home.resolve(file)).doesNotExist();
    }

    @Test
    void a_desktop_finds_the_entry_where_it_is_told_to_look() throws IOException {
        Path elsewhere = home.resolve("elsewhere");
        on("Linux", Map.of("XDG_CONFIG_HOME", elsewhere.toString())).turn(true);
        assertThat(elsewhere.resolve("autostart/mail-station.desktop")).exists();
        assertThat(on("Linux", Map.of("XDG_CONFIG_HOME", "relative")).isOn()).isFalse();
    }

    @Test
    void blanks_and_percent_signs_of_the_path_are_not_taken_for_something_else()
            throws IOException {
        on("Linux", Map.of()).turn(true);
        assertThat(home.resolve(".config/autostart/mail-station.desktop"))
                .content()
                .contains("Exec=\"/opt/Mail & Station/50%%/bin/mail-station\"\n");
    }

    @Test
    void a_desktop_passes_the_entry_over_when_the_program_is_gone() throws IOException {
        on("Linux", Map.of()).turn(true);
        assertThat(home.resolve(".config/autostart/mail-station.desktop"))
                .content()
                .contains("\nTryExec=/opt/Mail & Station/50%/bin/mail-station\n");
    }

    @Test
    void the_property_list_is_well_formed() throws Exception {
        on("Mac OS X", Map.of()).turn(true);
        Path file = home.resolve("Library/LaunchAgents/org.mailstation.assistant.plist");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        assertThat(
                        factory.newDocumentBuilder()
                                .parse(file.toFile())
                                .getElementsByTagName("string")
                                .item(1)
                                .getTextContent())
                .isEqualTo(PROGRAM.toString());
    }

    @Test
    void an_entry_that_the_desktop_has_switched_off_is_off_and_can_be_switched_on_again()
            throws IOException {
        Autostart autostart = on("Linux", Map.of());
        autostart.turn(true);
        Path file = home.resolve(".config/autostart/mail-station.desktop");
        Files.writeString(file, Files.readString(file) + "Hidden=true\n");
        assertThat(autostart.isOn()).isFalse();
        autostart.turn(true);
        assertThat(autostart.isOn()).isTrue();
    }

    @Test
    void on_windows_the_run_key_gets_a_quoted_value_and_loses_it_again() throws IOException {
        List<String> asked = new ArrayList<>();
        boolean[] there = {false};
        RunKey key =
                new RunKey(
                        Path.of("C:\\Program Files\\Mail Station\\mail-station.bat"),
                        arguments -> {
                            asked.add(arguments.getFirst());
                            switch (arguments.getFirst()) {
                                case "add" -> {
                                    there[0] = true;
                                    assertThat(arguments)
                                            .contains(
                                                    "\"C:\\Program Files\\Mail Station\\mail-station.bat\"");
                                }
                                case "delete" -> there[0] = false;
                                default -> {
                                    return there[0] ? 0 : 1;
                                }
                            }
                            return 0;
                        });
        key.turn(true);
        key.turn(true);
        assertThat(key.isOn()).isTrue();
        key.turn(false);
        assertThat(key.isOn()).isFalse();
        assertThat(asked)
                .containsExactly("query", "add", "query", "query", "query", "delete", "query");
    }

    @Test
    void a_registry_that_refuses_is_told() {
        RunKey key = new RunKey(PROGRAM, _ -> 1);
        assertThatThrownBy(() -> key.turn(true)).isInstanceOf(IOException.class);
    }
}
