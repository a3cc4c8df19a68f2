package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallFailureTest {
    private static final String SAID = "mkdir: read-only";

    @ParameterizedTest
    @CsvSource({
        "2, install.installer-failed, error 2",
        "3, install.installer-failed, error 3",
        "5, install.installer-no-room, not enough room",
        "7, install.installer-no-user, no user",
        "8, install.installer-not-up, did not start",
        "9, install.installer-not-written, could not be written",
        "10, install.installer-busy, Another installation",
        "11, install.installer-by-package, package of its system",
        "12, install.installer-older, newer version",
        "70, install.installer-failed, error 70",
    })
    void each_end_of_the_nas_own_installer_has_its_sentence(int exit, String code, String words) {
        InstallFailure failure = new InstallFailure.InstallerFailed(exit, SAID);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.text().in(Locale.ENGLISH)).contains(words);
        assertThat(failure.text().in(Locale.GERMAN))
                .isNotEqualTo(failure.text().in(Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 7, 8, 9, 70})
    void what_the_installer_said_is_in_the_sentence(int exit) {
        InstallFailure failure = new InstallFailure.InstallerFailed(exit, SAID);
        assertThat(failure.text().in(Locale.ENGLISH)).contains(SAID);
        assertThat(failure.text().in(Locale.GERMAN)).contains(SAID);
    }

    @Test
    void the_others_name_what_was_found_and_what_is_needed() {
        assertThat(new InstallFailure.DiskFull("/volume1", 12, 200).text().in(Locale.ENGLISH))
                .contains("/volume1", "12 MB", "200 MB");
        assertThat(new InstallFailure.WrongArchitecture("armv7l", "x86_64").text().words())
                .contains("armv7l", "x86_64");
        assertThat(new InstallFailure.WrongSystem("FreeBSD").text().words()).contains("FreeBSD");
        assertThat(new InstallFailure.NotWritable("/var/tmp").text().words()).contains("/var/tmp");
        assertThat(new InstallFailure.PackageMissing("/here").text().words()).contains("/here");
    }

    @Test
    void each_has_a_code_of_its_own() {
        List<InstallFailure> all =
                List.of(
                        new InstallFailure.DiskFull("", 0, 0),
                        new InstallFailure.WrongArchitecture("", ""),
                        new InstallFailure.WrongSystem(""),
                        new InstallFailure.NotWritable(""),
                        new InstallFailure.PackageMissing(""),
                        new InstallFailure.ChecksumDiffers(),
                        new InstallFailure.ByPackage("", ""),
                        new InstallFailure.NewerThere("", ""),
                        new InstallFailure.InstallerFailed(1, ""));
        assertThat(all.stream().map(InstallFailure::code)).doesNotHaveDuplicates();
    }
}
