package org.mailstation.daemon.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

class RoomCheckTest {
    private static StationConfig station(List<Integer> marks, Account... accounts) {
        return StationConfig.minimal("mail.home.test", "home.test", List.of(accounts))
                .withStorage(new Storage(50, 200, marks));
    }

    private static Account account(String name, long quota, boolean enabled) {
        return new Account(name + "@home.test", "", quota, enabled);
    }

    private static List<Finding> look(StationConfig config, int used) {
        return RoomCheck.check(config, _ -> used, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PASS, INFORMATION",
        "79, PASS, INFORMATION",
        "80, WARN, INFORMATION",
        "94, WARN, INFORMATION",
        "95, WARN, WARNING",
        "99, WARN, WARNING",
        "100, FAIL, ERROR",
        "130, FAIL, ERROR"
    })
    void what_is_used_is_judged_by_the_marks(int used, Verdict verdict, Severity severity) {
        Finding found = look(station(List.of(80, 95), account("anna", 100, true)), used).getFirst();

        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.severity()).isEqualTo(severity);
        assertThat(found.remedy() == null).isEqualTo(verdict == Verdict.PASS);
    }

    @Test
    void without_marks_only_a_full_one_is_told() {
        StationConfig config = station(List.of(), account("anna", 100, true));

        assertThat(look(config, 99).getFirst().verdict()).isEqualTo(Verdict.PASS);
        assertThat(look(config, 100).getFirst().check()).isEqualTo("room:anna@home.test");
    }

    @Test
    void who_may_use_the_whole_disk_or_nothing_is_not_asked_about() {
        StationConfig config =
                station(List.of(80), account("anna", 0, true), account("ben", 5, false));

        assertThat(look(config, 100)).isEmpty();
    }
}
