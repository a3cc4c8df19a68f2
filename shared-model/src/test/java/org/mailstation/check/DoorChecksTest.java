package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.text.Text;

class DoorChecksTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
        world.healthy();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void at(String address, int port, DoorAnswer answer) {
        world.doors.put(new InetSocketAddress(InetAddress.ofLiteral(address), port), answer);
    }

    private Finding reach(String service) throws InterruptedException {
        return named(new ReachCheck().look(world.scene()), "reach:" + service);
    }

    private static Finding named(List<Finding> findings, String name) {
        return findings.stream().filter(one -> one.check().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void only_ports_that_are_open_to_the_internet_are_tried_from_there()
            throws InterruptedException {
        assertThat(new ReachCheck().look(world.scene()))
                .extracting(Finding::check)
                .containsExactly("reach:smtp", "reach:submissions", "reach:imaps");
    }

    @Test
    void the_station_s_own_key_is_the_proof() throws InterruptedException {
        at(World.HOME, 25, World.secured(World.KEY));
        assertThat(reach("smtp").verdict()).isEqualTo(PASS);
    }

    @Test
    void another_key_at_our_address_is_another_device() throws InterruptedException {
        at(World.HOME, 993, World.secured("00".repeat(32)));
        Finding found = reach("imaps");
        assertThat(found.verdict()).isEqualTo(FAIL);
        assertThat(found.sentence().key()).isEqualTo("reach.stranger");
    }

    @Test
    void without_knowing_the_key_nobody_is_called_the_station() throws InterruptedException {
        world.identity = Identity.UNKNOWN;
        at(World.HOME, 25, World.secured(World.KEY));
        assertThat(reach("smtp").verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void silence_is_a_fault_when_heard_outside_and_says_nothing_inside()
            throws InterruptedException {
        assertThat(reach("smtp").verdict()).isEqualTo(UNKNOWN);
        world.vantage = Vantage.OUTSIDE;
        world.publishes("example.net", "NS", "ns1.example.net.")
                .publishes("mx.example.net", "A", "203.0.113.25");
        at("203.0.113.25", 25, new DoorAnswer.InTheClear("220 mx.example.net"));
        assertThat(reach("smtp").verdict()).isEqualTo(FAIL);
    }

    @Test
    void a_place_outside_that_reaches_no_mail_server_at_all_says_nothing_about_port_25()
            throws InterruptedException {
        world.vantage = Vantage.OUTSIDE;
        world.publishes("example.net", "NS", "ns1.example.net.")
                .publishes("mx.example.net", "A", "203.0.113.25");
        Finding found = reach("smtp");
        assertThat(found.verdict()).isEqualTo(UNKNOWN);
        assertThat(found.sentence().key()).isEqualTo("reach.no-25-here");
        assertThat(found.evidence()).hasSize(2);
        assertThat(reach("imaps").verdict()).isEqualTo(FAIL);
    }

    @Test
    void a_port_that_the_nas_s_firewall_swallows_is_named_with_the_rule_to_add()
            throws InterruptedException {
        at("192.168.1.5", 25, World.secured(World.KEY));
        List<Finding> found = new HomeDoorCheck().look(world.scene());
        assertThat(named(found, "home:smtp").verdict()).isEqualTo(PASS);
        assertThat(named(found, "home:imaps").sentence().key()).isEqualTo("home.filtered");
        assertThat(named(found, "home:imaps").remedy())
                .isEqualTo(
                        new Remedy.RunOnNas(
                                Text.of("home.filtered.several.remedy", silent(found)), ""));
    }

    private static String silent(List<Finding> found) {
        return found.stream()
                .filter(one -> one.sentence().key().equals("home.filtered"))
                .map(one -> String.valueOf(one.sentence().args().get(1)))
                .collect(Collectors.joining(", "));
    }

    @Test
    void one_port_that_is_swallowed_is_named_alone() throws InterruptedException {
        for (int port : List.of(25, 465, 587, 143, 993, 110, 995, 4190)) {
            if (port != 993) {
                at("192.168.1.5", port, World.secured(World.KEY));
            }
        }
        List<Finding> found = new HomeDoorCheck().look(world.scene());
        assertThat(silent(found)).isEqualTo("993");
        assertThat(named(found, "home:imaps").remedy())
                .isEqualTo(new Remedy.RunOnNas(Text.of("home.filtered.remedy", "993"), ""));
    }

    @Test
    void whatever_answers_at_home_instead_of_the_station_says_what_to_do()
            throws InterruptedException {
        for (DoorAnswer answer :
                List.of(
                        new DoorAnswer.Refused(),
                        new DoorAnswer.InTheClear("220 old"),
                        new DoorAnswer.Strange("HTTP/1.1 400"))) {
            at("192.168.1.5", 25, answer);
            Finding found = named(new HomeDoorCheck().look(world.scene()), "home:smtp");
            assertThat(found.verdict()).as("%s", answer).isEqualTo(FAIL);
            assertThat(found.remedy()).as("%s", answer).isInstanceOf(Remedy.RunOnNas.class);
        }
    }

    @Test
    void letters_get_out_if_one_server_out_there_answers() throws InterruptedException {
        world.publishes("example.net", "NS", "ns1.example.net.")
                .publishes("mx.example.net", "A", "203.0.113.25");
        at("203.0.113.25", 25, new DoorAnswer.InTheClear("220 mx.example.net"));
        assertThat(world.look(new OutboundCheck()).verdict()).isEqualTo(PASS);
    }

    @Test
    void a_line_that_swallows_port_25_outwards_asks_for_a_relay() throws InterruptedException {
        world.publishes("example.net", "NS", "ns1.example.net.")
                .publishes("mx.example.net", "A", "203.0.113.25");
        Finding found = world.look(new OutboundCheck());
        assertThat(found.verdict()).isEqualTo(FAIL);
        assertThat(found.remedy()).isInstanceOf(Remedy.ChangeSetting.class);
    }

    @Test
    void without_a_server_to_ask_nothing_is_said_about_the_way_out() throws InterruptedException {
        assertThat(world.look(new OutboundCheck()).verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_station_that_is_slow_to_greet_is_asked_again_before_it_is_called_strange()
            throws InterruptedException {
        InetSocketAddress smtp = new InetSocketAddress(InetAddress.ofLiteral("192.168.1.5"), 25);
        world.firstKnock.put(smtp, new DoorAnswer.Strange("connected, then silent"));
        at("192.168.1.5", 25, World.secured(World.KEY));
        assertThat(named(new HomeDoorCheck().look(world.scene()), "home:smtp").verdict())
                .isEqualTo(PASS);
    }

    @Test
    void what_is_strange_twice_is_somebody_else() throws InterruptedException {
        at("192.168.1.5", 25, new DoorAnswer.Strange("HTTP/1.1 400"));
        Finding found = named(new HomeDoorCheck().look(world.scene()), "home:smtp");
        assertThat(found.sentence().key()).isEqualTo("home.strange");
    }
}
