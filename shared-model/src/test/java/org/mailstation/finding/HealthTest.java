package org.mailstation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.text.Text;

class HealthTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            PASS,           INFORMATION, FINE
            PASS,           WARNING,     FINE
            PASS,           ERROR,       FINE
            PASS,           CRITICAL,    FINE
            WARN,           INFORMATION, FINE
            WARN,           WARNING,     ATTENTION
            WARN,           ERROR,       ATTENTION
            WARN,           CRITICAL,    ATTENTION
            FAIL,           INFORMATION, FINE
            FAIL,           WARNING,     ATTENTION
            FAIL,           ERROR,       BROKEN
            FAIL,           CRITICAL,    BROKEN
            UNKNOWN,        INFORMATION, FINE
            UNKNOWN,        WARNING,     UNKNOWN
            UNKNOWN,        ERROR,       UNKNOWN
            UNKNOWN,        CRITICAL,    UNKNOWN
            NOT_APPLICABLE, INFORMATION, FINE
            NOT_APPLICABLE, WARNING,     FINE
            NOT_APPLICABLE, ERROR,       FINE
            NOT_APPLICABLE, CRITICAL,    FINE
            """)
    void one_finding_has_the_health_of_its_verdict_where_it_matters(
            Verdict verdict, Severity severity, Health health) {
        assertThat(Health.of(List.of(finding(verdict, severity)))).isEqualTo(health);
    }

    @Test
    void nobody_looked_is_not_fine() {
        assertThat(Health.of(List.of())).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void a_known_fault_beats_a_doubt_and_a_doubt_beats_a_warning_in_any_order() {
        Finding pass = finding(Verdict.PASS, Severity.ERROR);
        Finding warn = finding(Verdict.WARN, Severity.ERROR);
        Finding doubt = finding(Verdict.UNKNOWN, Severity.ERROR);
        Finding fail = finding(Verdict.FAIL, Severity.ERROR);
        assertInAnyOrder(Health.FINE, pass, pass);
        assertInAnyOrder(Health.ATTENTION, pass, warn);
        assertInAnyOrder(Health.UNKNOWN, pass, warn, doubt);
        assertInAnyOrder(Health.BROKEN, pass, warn, doubt, fail);
    }

    private static void assertInAnyOrder(Health health, Finding... findings) {
        List<Finding> order = new ArrayList<>(Arrays.asList(findings));
        for (int i = 0; i < findings.length; i++) {
            Collections.rotate(order, 1);
            assertThat(Health.of(order)).isEqualTo(health);
            assertThat(Health.of(order.reversed())).isEqualTo(health);
        }
    }

    private static Finding finding(Verdict verdict, Severity severity) {
        return new Finding("test", Hop.NAS, verdict, severity, Text.of("test"), List.of(), null);
    }
}
