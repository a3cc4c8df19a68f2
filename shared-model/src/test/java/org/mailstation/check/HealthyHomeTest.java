package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

/** Where everything is as it should be, nobody is alarmed. */
class HealthyHomeTest {
    @Test
    void nothing_about_the_names_is_above_information() throws IOException, InterruptedException {
        try (World world = new World().healthy()) {
            List<Check> names =
                    Checks.ALL.stream().filter(one -> one.name().startsWith("dns.")).toList();
            List<Finding> found =
                    new CheckRun(names, Duration.ofMinutes(1)).run(world.scene(), (_, _, _) -> {});
            assertThat(found).hasSizeGreaterThanOrEqualTo(names.size());
            assertThat(found).filteredOn(one -> one.severity() != Severity.INFORMATION).isEmpty();
            assertThat(found).filteredOn(one -> one.verdict() == Verdict.FAIL).isEmpty();
        }
    }
}
