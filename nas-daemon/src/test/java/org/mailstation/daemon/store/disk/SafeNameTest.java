package org.mailstation.daemon.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anna@example.org",
        ".., %2E.",
        "../../etc, %2E.%2F..%2Fetc",
        "INBOX.Work, INBOX.Work",
        "Entwürfe, Entw%C3%BCrfe",
        "a b, a%20b",
        "50%, 50%25",
        "plus+tag, plus+tag"
    })
    void harmless_signs_stay_and_others_are_encoded_reversibly(String name, String safe) {
        assertThat(SafeName.of(name)).isEqualTo(safe);
        assertThat(SafeName.original(safe)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "/", "\\", "\0", "\r\n", "${jndi:x}", "~", "a/../b", "'\"$;|&"})
    void no_name_is_a_path_or_hidden_or_empty(String name) {
        assertThat(SafeName.of(name)).matches("[A-Za-z0-9_@+%-][A-Za-z0-9_@+%.-]*");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000})
    void a_long_name_fits_a_file_system(int length) {
        assertThat(SafeName.of("ü".repeat(length)).length()).isLessThan(90);
    }
}
