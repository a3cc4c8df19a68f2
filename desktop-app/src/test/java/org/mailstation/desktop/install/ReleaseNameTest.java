package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNameTest {
    @ParameterizedTest
    @CsvSource({
        "mailstation-1.4.0-linux-x86_64.tar.gz, 1.4.0",
        "mailstation-1.4.0-SNAPSHOT-linux-aarch64.tar.gz, 1.4.0-SNAPSHOT",
        "mail-station_2.0_amd64.deb, 2.0",
        "Mail-Station-10.1.3.msi, 10.1.3"
    })
    void the_version_stands_in_the_name(String file, String version) {
        assertThat(ReleaseName.of(file)).contains(new ReleaseName(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailstation.tar.gz", "letters-1.0.zip", "mailstation-one-1.0.zip", ""})
    void another_file_has_none(String file) {
        assertThat(ReleaseName.of(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.0, 1.3.9, true",
        "1.10, 1.9.5, true",
        "2.0, 2.0.0, false",
        "1.4.0, 1.4.0-SNAPSHOT, true",
        "1.4.0-SNAPSHOT, 1.4.0, false",
        "1.0, development, false",
        "99999999999.0, 1.0, true"
    })
    void numbers_are_compared_one_by_one(String one, String other, boolean newer) {
        assertThat(new ReleaseName(one).isNewerThan(other)).isEqualTo(newer);
    }
}
