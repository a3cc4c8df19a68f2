package org.mailstation.desktop.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.desktop.discovery.FinderPacket.Field;
import org.mailstation.desktop.discovery.FinderPacket.Read;

class FinderPacketTest {
    private static final String HEADER = "1234567853594e4f";
    private static final String IS_REPLY = "010402000000";

    @Test
    void the_question_is_the_shortest_one_that_is_answered() {
        assertThat(HexFormat.of().formatHex(FinderPacket.query().encode()))
                .isEqualTo(HEADER + "a40400000201" + "010401000000");
    }

    @Test
    void a_unit_tells_all_about_itself() {
        Sighting told = reply(FinderReplies.diskStation()).sighting(ip("192.168.77.10"));

        assertThat(told)
                .isEqualTo(
                        new Sighting(
                                Channel.FINDER,
                                Kind.SYNOLOGY,
                                false,
                                "DiskStation",
                                "DS220+",
                                "DSM 7.2-69057",
                                "2150QWR012345",
                                Set.of("00:11:32:aa:bb:cc"),
                                List.of(ip("192.168.77.10")),
                                0));
    }

    @ParameterizedTest
    @CsvSource({
        // version, build, what is shown
        "7.2, 69057, DSM 7.2-69057",
        "7.2-69057, 69057, DSM 7.2-69057",
        "7.3.2, , DSM 7.3.2",
        ", 69057, ''",
    })
    void version_and_build_are_told_apart_or_together(String version, String build, String shown) {
        StringBuilder packet = new StringBuilder(HEADER + IS_REPLY);
        if (version != null) {
            packet.append(text(0x77, version));
        }
        if (build != null) {
            packet.append("4904").append(littleEndian(Integer.parseInt(build)));
        }
        assertThat(reply(packet.toString()).sighting(ip("192.168.77.10")).system())
                .isEqualTo(shown);
    }

    @Test
    void the_address_it_tells_comes_before_the_one_it_answers_from() {
        FinderPacket packet = reply(HEADER + IS_REPLY + "1204c0a84d0b");
        assertThat(packet.sighting(ip("192.168.77.10")).addresses())
                .containsExactly(ip("192.168.77.11"), ip("192.168.77.10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678",
                "1234567853594e4e" + IS_REPLY, // another header
                HEADER, // says not what it is
                HEADER + "010401000000", // a question: our own, come back
                HEADER + "0101" + "02", // a type of one byte
                HEADER + "0104020000", // cut off
                HEADER + "01ff02000000",
            })
    void what_is_no_reply_is_no_unit(String hex) {
        assertThat(FinderPacket.decode(HexFormat.of().parseHex(hex))).isEqualTo(new Read.Other());
    }

    @Test
    void a_reply_that_is_cut_off_tells_what_stands_before_the_cut() {
        String cut = HEADER + IS_REPLY + text(0x11, "DiskStation") + "7820445332";
        Sighting told = reply(cut).sighting(ip("192.168.77.10"));
        assertThat(told.name()).isEqualTo("DiskStation");
        assertThat(told.model()).isEmpty();
    }

    @Test
    void an_encrypted_reply_is_recognised() {
        byte[] datagram = HexFormat.of().parseHex("1234556653594e4f" + "00112233445566778899");
        assertThat(FinderPacket.decode(datagram)).isEqualTo(new Read.Encrypted());
    }

    @Test
    void values_of_wrong_sizes_are_not_told() {
        String odd = HEADER + IS_REPLY + "12020102" + "490100" + text(0x19, "not a mac") + "c000";
        Sighting told = reply(odd).sighting(ip("192.168.77.10"));
        assertThat(told)
                .isEqualTo(Sighting.at(Channel.FINDER, ip("192.168.77.10")).kind(Kind.SYNOLOGY));
    }

    @Test
    void what_was_encoded_is_decoded() {
        FinderPacket packet =
                new FinderPacket(
                        List.of(
                                new Field(FinderPacket.TYPE, new byte[] {2, 0, 0, 0}),
                                new Field(FinderPacket.NAME, "Größe".getBytes(UTF_8)),
                                new Field(0xFF, new byte[255])));
        FinderPacket back = reply(HexFormat.of().formatHex(packet.encode()));
        assertThat(back.text(FinderPacket.NAME)).isEqualTo("Größe");
        assertThat(back.fields()).hasSize(3);
        assertThat(back.fields().get(2).value()).hasSize(255);
    }

    @Test
    void a_field_that_does_not_fit_cannot_be_made() {
        assertThatThrownBy(() -> new Field(1, new byte[256]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Field(256, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FinderPacket reply(String hex) {
        return reply(HexFormat.of().parseHex(hex));
    }

    private static FinderPacket reply(byte[] datagram) {
        Read read = FinderPacket.decode(datagram);
        assertThat(read).isInstanceOf(Read.Reply.class);
        return ((Read.Reply) read).packet();
    }

    private static String text(int type, String value) {
        return HexFormat.of().toHexDigits((byte) type)
                + HexFormat.of().toHexDigits((byte) value.length())
                + HexFormat.of().formatHex(value.getBytes(UTF_8));
    }

    private static String littleEndian(int number) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(number));
    }
}
