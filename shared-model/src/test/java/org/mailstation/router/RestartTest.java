package org.mailstation.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartTest {

    @ParameterizedTest
    @CsvSource({
        // before, seconds passed, now, restarted
        "1000,  60, 1060, false",
        "1000,  60, 1055, false",
        "1000,  60, 1050, false",
        "1000,  60, 1049, true",
        "1000,  60,    5, true",
        "1000,   0, 1000, false",
        "1000,   0,  998, false",
        "1000,   0,  997, true",
        "   3,  60,   50, true",
        "   3,  60,   60, false",
        "1000,  60, 9000, false",
        "  -1,  60,    5, false",
        "1000,  60,   -1, false",
    })
    void a_count_that_lags_behind_has_begun_anew(
            long before, int passed, long now, boolean restarted) {
        assertThat(Restart.between(before, Duration.ofSeconds(passed), now)).isEqualTo(restarted);
    }
}
