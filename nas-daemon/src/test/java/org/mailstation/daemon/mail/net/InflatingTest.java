package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InflatingTest {
    private final Deflaters deflaters = new Deflaters();
    private EmbeddedChannel channel;

    @BeforeEach
    void begin() {
        channel = new EmbeddedChannel();
        channel.config().setAutoRead(false);
        channel.pipeline().addLast("tls", new ChannelInboundHandlerAdapter());
        deflaters.begin(channel.pipeline(), "tls");
    }

    @AfterEach
    void end() {
        channel.finishAndReleaseAll();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(packed, new Deflater(9, true), true)) {
            out.write(content);
            out.flush();
            return packed.toByteArray();
        }
    }

    private static byte[] octets(ByteBuf buffer) {
        byte[] octets = new byte[buffer.readableBytes()];
        buffer.readBytes(octets).release();
        return octets;
    }

    private byte[] handedOn() {
        ByteBuf piece = channel.readInbound();
        return piece == null ? new byte[0] : octets(piece);
    }

    @Test
    void a_command_is_read_also_when_it_comes_octet_by_octet() throws IOException {
        StringBuilder read = new StringBuilder();
        for (byte octet : deflated("a1 NOOP\r\n".getBytes(StandardCharsets.US_ASCII))) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {octet}));
            read.append(new String(handedOn(), StandardCharsets.US_ASCII));
        }
        assertThat(read).hasToString("a1 NOOP\r\n");
    }

    /** A hundred megabytes in a hundred kilobytes. */
    @Test
    void of_what_is_packed_tightly_one_piece_is_unpacked_each_time_that_more_is_wanted()
            throws IOException {
        byte[] bomb = deflated(new byte[100_000_000]);
        assertThat(bomb).hasSizeLessThan(110_000);

        channel.writeInbound(Unpooled.wrappedBuffer(bomb));

        for (int asked = 0; asked < 3; asked++) {
            assertThat(handedOn()).hasSize(Inflating.PIECE);
            assertThat(handedOn()).isEmpty();
            channel.read();
            channel.runPendingTasks();
        }
    }

    @Test
    void what_is_not_compressed_ends_the_connection() {
        assertThatThrownBy(
                        () ->
                                channel.writeInbound(
                                        Unpooled.copiedBuffer(
                                                "\u00ff\u00ffa1 NOOP\r\n",
                                                StandardCharsets.ISO_8859_1)))
                .isInstanceOf(IOException.class);
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {1, 2, 3}));
        assertThat(handedOn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 20_000, 33_000, 300_000})
    void every_answer_is_understood_by_itself_in_one_stream(int size) throws Exception {
        Inflater client = new Inflater(true);
        Random random = new Random(size);
        for (int answer = 0; answer < 3; answer++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < size) {
                text.append(" word").append(random.nextInt(1000));
            }
            byte[] said = text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
            for (int from = 0; from < size; from += 5000) {
                int length = Math.min(5000, size - from);
                channel.write(Unpooled.copiedBuffer(said, from, length));
            }
            channel.flush();
            assertThat(read(client, size)).isEqualTo(said);
        }
        client.end();
    }

    private byte[] read(Inflater client, int size) throws Exception {
        byte[] read = new byte[size];
        int count = 0;
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            client.setInput(octets(out));
            while (!client.needsInput()) {
                int some = client.inflate(read, count, size - count);
                count += some;
                if (some == 0) {
                    break;
                }
            }
        }
        assertThat(count).isEqualTo(size);
        return read;
    }

    @Test
    void a_text_takes_less_than_half() {
        channel.writeOutbound(
                Unpooled.copiedBuffer("one word. ".repeat(1000), StandardCharsets.US_ASCII));

        ByteBuf out = channel.readOutbound();
        assertThat(octets(out)).hasSizeLessThan(5000);
    }

    @Test
    void so_many_connections_compress_and_no_more_until_one_has_ended() {
        for (int i = 1; deflaters.hasRoom(); i++) {
            assertThat(i).isLessThan(1000);
            deflaters.enter();
        }
        channel.close();
        channel.runPendingTasks();

        assertThat(deflaters.hasRoom()).isTrue();
    }
}
