package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.discovery.Discovered.ChannelReport;
import org.mailstation.text.Text;

class DiscoveryTableTest {
    static final Found DISK_STATION =
            new Found(
                    0,
                    Kind.SYNOLOGY,
                    "DiskStation",
                    "DS220+",
                    "DSM 7.2-69057",
                    "2150QWR012345",
                    List.of("00:11:32:aa:bb:cc"),
                    List.of("192.168.77.10"),
                    new SshAnswer.Answers(22, "OpenSSH_8.2"),
                    List.of(Channel.FINDER, Channel.MDNS));
    static final Found ATTIC =
            new Found(
                    1,
                    Kind.LINUX,
                    "größe",
                    "",
                    "",
                    "",
                    List.of(),
                    List.of("192.168.77.30", "192.168.77.31"),
                    new SshAnswer.Answers(2222, "OpenSSH_9.2"),
                    List.of(Channel.MDNS));
    static final ChannelReport TAKEN =
            new ChannelReport(
                    Channel.FINDER,
                    new ChannelAnswer.CouldNotAsk(
                            Text.of("discover.could-not-ask.finder-port", "9999")));

    @Test
    void each_device_has_a_line_in_columns() {
        assertThat(lines(new Discovered(List.of(DISK_STATION, ATTIC), List.of(), true)))
                .containsExactly(
                        "Name         Kind            Model   System         Address                       SSH",
                        "DiskStation  Synology        DS220+  DSM 7.2-69057  192.168.77.10                 SSH answers",
                        "größe        Linux with SSH  -       -              192.168.77.30, 192.168.77.31  SSH answers at port 2222");
    }

    @Test
    void a_way_of_asking_that_failed_is_told_even_if_another_found_something() {
        ChannelReport silent = new ChannelReport(Channel.SSDP, new ChannelAnswer.Silent());
        assertThat(lines(new Discovered(List.of(ATTIC), List.of(TAKEN, silent), true)))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("Synology finder: Could not ask:");
    }

    @Test
    void where_nothing_was_found_it_says_what_to_do_and_how_each_question_went() {
        List<String> lines =
                lines(
                        new Discovered(
                                List.of(),
                                List.of(
                                        TAKEN,
                                        new ChannelReport(
                                                Channel.MDNS, new ChannelAnswer.Silent())),
                                true));
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("No NAS found. Check that");
        assertThat(lines.getLast()).isEqualTo("Bonjour (mDNS): asked, nobody answered");
    }

    @Test
    void without_a_network_it_says_so_once() {
        ChannelAnswer noNetwork =
                new ChannelAnswer.CouldNotAsk(Text.of("discover.could-not-ask.no-network"));
        assertThat(
                        lines(
                                new Discovered(
                                        List.of(),
                                        List.of(
                                                new ChannelReport(Channel.MDNS, noNetwork),
                                                new ChannelReport(Channel.SSDP, noNetwork)),
                                        true)))
                .singleElement()
                .asString()
                .startsWith("Could not ask: this computer is not connected");
    }

    @Test
    void a_search_that_was_stopped_says_so() {
        assertThat(lines(new Discovered(List.of(ATTIC), List.of(), false)).getFirst())
                .startsWith("Stopped.");
    }

    @Test
    void a_disk_station_without_ssh_names_the_place_to_switch_it_on() {
        Found off =
                new Found(
                        0,
                        Kind.SYNOLOGY,
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of("192.168.77.10"),
                        new SshAnswer.Refuses(22),
                        List.of());
        assertThat(lines(new Discovered(List.of(off), List.of(), true)).getLast())
                .endsWith("Look under Control Panel > Terminal & SNMP.");
    }

    @Test
    void every_sentence_is_there_in_both_languages() {
        List<Text> texts =
                List.of(
                        Kind.SYNOLOGY.text(),
                        Kind.QNAP.text(),
                        Kind.TRUENAS.text(),
                        Kind.OPENMEDIAVAULT.text(),
                        Kind.LINUX.text(),
                        Channel.FINDER.text(),
                        Channel.MDNS.text(),
                        Channel.SSDP.text(),
                        new ChannelAnswer.Answered(1).text(),
                        new ChannelAnswer.Silent().text(),
                        Text.of("discover.could-not-ask.no-network"),
                        Text.of("discover.could-not-ask.blocked", "x"),
                        Text.of("discover.ssh.refuses"),
                        Text.of("discover.ssh.unknown"),
                        Text.of("discover.ssh.pending"));
        for (Text text : texts) {
            assertThat(text.in(Locale.ENGLISH)).doesNotContain("discover.");
            assertThat(text.in(Locale.GERMAN)).doesNotContain("discover.");
        }
        assertThat(new ChannelAnswer.Silent().text().in(Locale.GERMAN)).startsWith("gefragt");
    }

    private static List<String> lines(Discovered discovered) {
        return new DiscoveryTable(Locale.ENGLISH).lines(discovered);
    }
}
