package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.control.AppPasswords;

class DevicePasswordsTest {
    private static final String ANNA = "anna@home.test";

    @TempDir Path folder;
    private DevicePasswords devices;

    @BeforeEach
    void open() throws IOException {
        devices = new DevicePasswords(folder, Clock.systemUTC(), new SecureRandom());
    }

    private String make(String device) throws IOException {
        AppPasswords answer = devices.make(ANNA, device);
        return Objects.requireNonNull(((AppPasswords.Devices) answer).made()).reveal();
    }

    @Test
    void a_device_signs_in_with_its_own_password_however_it_is_typed() throws IOException {
        String phone = make("Phone");

        assertThat(phone).matches("([a-z]{5}-){3}[a-z]{5}");
        assertThat(devices.matches(ANNA, phone)).isTrue();
        assertThat(devices.matches(ANNA, phone.replace("-", ""))).isTrue();
        assertThat(devices.matches(ANNA, phone.replace('-', ' ').toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(devices.matches("ben@home.test", phone)).isFalse();
        assertThat(devices.matches(ANNA, phone.substring(1))).isFalse();
        assertThat(devices.matches(ANNA, "")).isFalse();
    }

    @Test
    void one_that_is_taken_away_is_refused_and_the_others_stay() throws IOException {
        String phone = make("Phone");
        String tablet = make("Tablet");

        assertThat(devices.revoke(ANNA, "Phone").toString()).contains("Tablet");
        assertThat(devices.matches(ANNA, phone)).isFalse();
        assertThat(devices.matches(ANNA, tablet)).isTrue();
        assertThat(devices.revoke(ANNA, "Phone")).isInstanceOf(AppPasswords.Refused.class);
    }

    @Test
    void they_outlive_a_restart_and_nobody_can_read_them() throws IOException {
        String phone = make("Anna's old phone");

        DevicePasswords again = new DevicePasswords(folder, Clock.systemUTC(), new SecureRandom());
        assertThat(again.matches(ANNA, phone)).isTrue();
        assertThat(again.list(ANNA).toString()).contains("Anna's old phone");
        Path file = folder.resolve("app-passwords");
        assertThat(Files.readString(file)).doesNotContain(phone, phone.replace("-", ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "Phone"})
    void a_name_is_one_visible_line_and_there_once(String name) throws IOException {
        make("Phone");

        assertThat(devices.make(ANNA, name)).isInstanceOf(AppPasswords.Refused.class);
    }

    @Test
    void the_devices_of_an_account_that_is_gone_are_forgotten() throws IOException {
        String phone = make("Phone");

        devices.retain(Set.of("ben@home.test"));

        assertThat(devices.matches(ANNA, phone)).isFalse();
    }

    @Test
    void a_damaged_file_is_not_overwritten() throws IOException {
        Files.writeString(folder.resolve("app-passwords"), "nonsense\n");

        assertThatThrownBy(() -> new DevicePasswords(folder, Clock.systemUTC(), new SecureRandom()))
                .isInstanceOf(IOException.class);
    }
}
