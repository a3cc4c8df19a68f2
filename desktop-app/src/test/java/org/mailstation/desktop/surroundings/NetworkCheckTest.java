package org.mailstation.desktop.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.lan.Lan;

class NetworkCheckTest {
    private final Around around = new Around();

    private List<Finding> look() {
        return new NetworkCheck(around).look(around.scene());
    }

    @Test
    void a_pc_in_the_network_of_the_nas_is_where_it_should_be() {
        assertThat(look()).extracting(Finding::verdict).containsExactly(Verdict.PASS);
    }

    @Test
    void a_pc_in_the_network_for_guests_is_told_without_alarm() {
        around.lans = List.of(new Lan(Around.v4("192.168.189.20"), 24));
        Finding found = look().getFirst();
        assertThat(found.verdict()).isEqualTo(Verdict.WARN);
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
        assertThat(found.sentence().args()).containsExactly("192.168.189.20/24", Around.NAS);
    }

    @Test
    void a_pc_that_is_in_several_networks_is_in_that_of_the_nas_too() {
        around.lans =
                List.of(new Lan(Around.v4("10.0.0.5"), 8), new Lan(Around.v4("192.168.1.20"), 24));
        assertThat(look()).extracting(Finding::verdict).containsExactly(Verdict.PASS);
    }

    @Test
    void without_a_network_nothing_is_said() {
        around.lans = List.of();
        assertThat(look()).isEmpty();
    }
}
