package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.probe.Ways.Reached;

class InternetCheckTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\n";
    private static final String ROUTER = "eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\n";

    @TempDir Path root;
    private final Map<String, Reached> answers = new HashMap<>();
    private final Scenes scenes = new Scenes();

    private Finding look() throws InterruptedException {
        return scenes.look(
                new InternetCheck(
                        new Box(root),
                        (where, _) ->
                                answers.getOrDefault(
                                        where.getAddress().getHostAddress() + ":" + where.getPort(),
                                        Reached.SILENT)));
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @ParameterizedTest
    @CsvSource({"9.9.9.9:443, CONNECTED", "1.1.1.1:53, CONNECTED", "1.1.1.1:443, REFUSED"})
    void one_answer_from_out_there_is_enough(String who, Reached what) throws InterruptedException {
        answers.put(who, what);
        Scenes.expect(look(), Health.FINE, "internet.ok");
    }

    @Test
    void a_nas_that_knows_no_router_is_told_so() throws Exception {
        put("proc/net/route", HEAD + "eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\n");
        Finding found = look();
        Scenes.expect(found, Health.BROKEN, "internet.no-route");
        assertThat(found.hop()).isEqualTo(Hop.NAS);
    }

    @Test
    void a_router_that_is_not_there_is_the_culprit() throws Exception {
        put("proc/net/route", HEAD + ROUTER);
        put("proc/net/arp", "IP\n192.168.1.1 0x1 0x0 00:00:00:00:00:00 * eth0\n");
        Finding found = look();
        Scenes.expect(found, Health.BROKEN, "internet.router");
        assertThat(found.hop()).isEqualTo(Hop.ROUTER);
        assertThat(found.sentence().args()).containsExactly("192.168.1.1");
    }

    @Test
    void behind_a_router_that_answers_it_is_the_line() throws Exception {
        put("proc/net/route", HEAD + ROUTER);
        answers.put("192.168.1.1:53", Reached.REFUSED);
        Finding found = look();
        Scenes.expect(found, Health.BROKEN, "internet.line");
        assertThat(found.hop()).isEqualTo(Hop.ISP);
    }

    @Test
    void a_router_that_is_silent_but_there_does_not_take_the_blame() throws Exception {
        put("proc/net/route", HEAD + ROUTER);
        put("proc/net/arp", "IP\n192.168.1.1 0x1 0x2 02:00:00:00:00:01 * eth0\n");
        Scenes.expect(look(), Health.BROKEN, "internet.line");
    }

    @Test
    void where_the_system_does_not_tell_its_routers_nobody_is_blamed() throws InterruptedException {
        Scenes.expect(look(), Health.BROKEN, "internet.none");
    }
}
