package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.discovery.Addresses.LOOPBACK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

class MdnsQuestionTest {
    private final Ears ears = new Ears();

    @Test
    void a_neighbour_that_tells_everything_at_once_is_found() throws IOException {
        ChannelAnswer answer = askUntilDescribed(Zone.of(Zone.SYNOLOGY).generous());
        assertThat(answer).isEqualTo(new ChannelAnswer.Answered(1));
        assertThat(ears.last().model()).isEqualTo("DS220+");
    }

    @Test
    void a_neighbour_that_tells_only_what_was_asked_is_asked_on() throws IOException {
        try (UdpPeer peer = new UdpPeer(Zone.of(Zone.SYNOLOGY).terse())) {
            ears.until(
                    question(peer),
                    told -> told.kind() == Kind.SYNOLOGY && told.name().equals("DiskStation"));
        }
    }

    @Test
    void five_services_are_asked_for_twice_without_recursion() throws IOException {
        try (UdpPeer nobody = UdpPeer.silent()) {
            ChannelAnswer answer = ask(nobody);
            assertThat(answer).isEqualTo(new ChannelAnswer.Silent());
            assertThat(nobody.questions()).hasSize(10);
            List<String> names = new ArrayList<>();
            for (byte[] question : nobody.questions()) {
                Message query = new Message(question);
                assertThat(query.getHeader().getFlag(Flags.RD)).isFalse();
                names.add(query.getQuestion().getName().toString());
            }
            assertThat(names.subList(0, 5))
                    .containsExactly(
                            "_http._tcp.local.",
                            "_smb._tcp.local.",
                            "_ssh._tcp.local.",
                            "_qdiscover._tcp.local.",
                            "_device-info._tcp.local.");
        }
    }

    @Test
    void the_first_question_may_be_lost() throws IOException {
        List<byte[]> seen = new ArrayList<>();
        Function<byte[], List<byte[]>> generous = Zone.of(Zone.SYNOLOGY).generous();
        askUntilDescribed(
                question -> {
                    seen.add(question);
                    return seen.size() <= 5 ? List.of() : generous.apply(question);
                });
        assertThat(ears.heard()).hasSize(1);
    }

    @Test
    void what_is_no_dns_or_leads_to_itself_does_not_end_the_search() throws IOException {
        byte[] noise = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        // an answer whose name is a pointer to itself
        byte[] loop =
                HexFormat.of()
                        .parseHex(
                                "000084000000000100000000"
                                        + "c00c"
                                        + "000c0001"
                                        + "00000000"
                                        + "0002c00c");
        byte[] cut = HexFormat.of().parseHex("0000840000000009");
        Function<byte[], List<byte[]>> generous = Zone.of(Zone.SYNOLOGY).generous();
        askUntilDescribed(
                question -> {
                    List<byte[]> answers = new ArrayList<>(List.of(noise, loop, cut, new byte[0]));
                    answers.addAll(generous.apply(question));
                    return answers;
                });
        assertThat(ears.last().model()).isEqualTo("DS220+");
    }

    @Test
    void a_neighbour_that_never_stops_naming_services_is_asked_a_limited_number_of_times()
            throws IOException {
        int[] count = {0};
        UdpPeer endless =
                new UdpPeer(
                        _ ->
                                List.of(
                                        Zone.of(
                                                        "_http._tcp.local. PTR x"
                                                                + count[0]++
                                                                + "._http._tcp.local.")
                                                .message()
                                                .toWire()));
        try (endless) {
            ask(endless);
            // ten questions of its own, and two for each of 64 services
            assertThat(endless.questions()).hasSizeLessThanOrEqualTo(10 + 2 * 64);
        }
    }

    private ChannelAnswer askUntilDescribed(Function<byte[], List<byte[]>> answers)
            throws IOException {
        try (UdpPeer peer = new UdpPeer(answers)) {
            return ears.until(question(peer), told -> told.kind() != null);
        }
    }

    private ChannelAnswer ask(UdpPeer peer) {
        return question(peer).ask(ears, Quick.listen());
    }

    private static MdnsQuestion question(UdpPeer peer) {
        return new MdnsQuestion(LOOPBACK, peer.address(), Quick.TIMING);
    }
}
