package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergingTest {

    /** A sighting is {@code serial/mac/address}, a dash stands for "not told". */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nothing in common,              A/-/10 B/-/11,                 0 | 1",
        "the serial number,              A/-/10 A/-/11,                 0 1",
        "the hardware address,           -/1/10 -/1/11,                 0 1",
        "the address,                    -/-/10 -/-/10,                 0 1",
        "the address of an unnamed one,  A/1/10 -/-/10,                 0 1",
        "over a third one,               A/-/10 -/1/11 A/1/12,          0 1 2",
        "two cards of one unit,          A/1/10 A/2/11 -/2/11,          0 1 2",
        "one address for two units,      A/-/10 B/-/10,                 0 | 1",
        "one card for two units,         A/1/10 B/1/11,                 0 | 1",
        "the card decides before the address, A/1/10 B/2/11 -/1/11,     0 2 | 1",
        "an unnamed one between two,     A/-/10 -/-/10 B/-/10,          0 1 | 2",
        "nothing told at all,            -/-/10 -/-/11,                 0 | 1",
        "the number is that of the first, -/-/10 -/-/11 -/1/10 -/1/11,  0 1 2 3",
    })
    void sightings_with_this_in_common_are_one_device(
            String why, String sightings, String expected) {
        List<Sighting> list =
                Arrays.stream(sightings.split(" ")).map(MergingTest::sighting).toList();

        String found =
                Merging.byDevice(list).values().stream()
                        .map(device -> places(device, list))
                        .collect(Collectors.joining(" | "));

        assertThat(found).as(why).isEqualTo(expected);
    }

    @Test
    void a_device_keeps_its_number_while_more_becomes_known() {
        List<Sighting> first = List.of(sighting("-/-/10"), sighting("A/-/11"));
        List<Sighting> later = List.of(sighting("-/-/10"), sighting("A/-/11"), sighting("A/-/12"));
        assertThat(Merging.byDevice(first)).containsOnlyKeys(0, 1);
        assertThat(Merging.byDevice(later)).containsOnlyKeys(0, 1);
    }

    @Test
    void hundreds_of_sightings_are_merged() {
        List<Sighting> crowd = IntStream.range(0, 256).mapToObj(i -> sighting("-/-/" + i)).toList();
        assertThat(Merging.byDevice(crowd)).hasSize(256);
    }

    @SuppressWarnings("ReferenceEquality") // two equal sightings are two places
    private static String places(List<Sighting> device, List<Sighting> all) {
        return IntStream.range(0, all.size())
                .filter(i -> device.stream().anyMatch(one -> one == all.get(i)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static Sighting sighting(String spelled) {
        String[] parts = spelled.split("/", -1);
        return Sighting.at(Channel.MDNS, ip("192.168.77." + parts[2]))
                .serial(parts[0].equals("-") ? "" : parts[0])
                .macs(parts[1].equals("-") ? Set.of() : Set.of("00:11:32:00:00:0" + parts[1]));
    }
}
