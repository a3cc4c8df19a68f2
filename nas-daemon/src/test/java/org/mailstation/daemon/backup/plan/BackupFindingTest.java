package org.mailstation.daemon.backup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.BackupOutcome.Plan;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class BackupFindingTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Text REASON = Text.of("backup.no-folder", "/usb");

    private static Finding look(String to, @Nullable Duration age, int failures, long missing) {
        Instant last = age == null ? null : NOW.minus(age);
        Instant failed = failures == 0 ? null : NOW;
        Text reason = failures == 0 ? null : REASON;
        return BackupFinding.of(
                new Plan(to, "1d", 7, false, last, NOW, missing, failures, failed, reason), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, 0, PASS, backup.plan.fine",
        "PT36H, 0, PASS, backup.plan.fine",
        "PT37H, 0, WARN, backup.plan.old",
        "PT96H, 0, WARN, backup.plan.old",
        "PT97H, 0, FAIL, backup.plan.old",
        "PT25H, 1, WARN, backup.no-folder",
        "PT37H, 2, WARN, backup.no-folder",
        "PT25H, 3, FAIL, backup.no-folder",
        "PT97H, 1, FAIL, backup.no-folder",
        ", 0, UNKNOWN, backup.plan.first",
        ", 1, WARN, backup.no-folder",
        ", 3, FAIL, backup.no-folder"
    })
    void the_age_of_the_last_and_the_failures_since_are_judged(
            @Nullable Duration age, int failures, Verdict verdict, String sentence) {
        Finding found = look("/usb", age, failures, 0);

        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.sentence().key()).isEqualTo(sentence);
        if (verdict == Verdict.WARN || verdict == Verdict.FAIL) {
            assertThat(found.remedy())
                    .isInstanceOfSatisfying(
                            Remedy.RunOnNas.class,
                            run -> assertThat(run.command()).isEqualTo("mailstationctl backup"));
        }
    }

    @Test
    void one_failure_while_the_last_is_recent_alarms_nobody() {
        assertThat(look("/usb", Duration.ofHours(25), 1, 0).severity())
                .isEqualTo(Severity.INFORMATION);
        assertThat(look("/usb", Duration.ofHours(37), 1, 0).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void letters_whose_files_are_gone_are_told_of() {
        Finding found = look("/usb", Duration.ofHours(1), 0, 2);

        assertThat(found.verdict()).isEqualTo(Verdict.WARN);
        assertThat(found.sentence()).isEqualTo(Text.of("backup.missing", 2));
    }

    @Test
    void who_wants_none_gets_a_hint_and_no_trouble() {
        Finding found = look("", null, 0, 0);

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(found.sentence().words()).contains("[backup]");
    }
}
