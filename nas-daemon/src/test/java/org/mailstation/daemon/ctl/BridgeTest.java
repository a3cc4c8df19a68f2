package org.mailstation.daemon.ctl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BridgeTest {
    @TempDir Path folder;

    private interface OtherEnd {
        void talk(SocketChannel channel) throws IOException;
    }

    private byte[] carry(InputStream in, OtherEnd otherEnd) throws Exception {
        Path path = folder.resolve("s");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            Thread other =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try (SocketChannel channel = server.accept()) {
                                            otherEnd.talk(channel);
                                        } catch (IOException failure) {
                                            throw new AssertionError(failure);
                                        }
                                    });
            try (SocketChannel channel = StationClient.connectSocket(path)) {
                Bridge.carry(in, out, channel);
            }
            other.join();
        }
        return out.toByteArray();
    }

    @Test
    void every_byte_arrives_and_an_answer_after_the_end_of_the_input_too() throws Exception {
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);
        byte[] back =
                carry(
                        new ByteArrayInputStream(noise),
                        channel -> {
                            byte[] all = Channels.newInputStream(channel).readAllBytes();
                            Channels.newOutputStream(channel).write(all);
                        });
        assertThat(back).isEqualTo(noise);
    }

    @Test
    void the_end_of_the_daemon_ends_the_bridge_although_the_input_is_still_open() throws Exception {
        try (PipedOutputStream open = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(open)) {
            byte[] back =
                    carry(
                            in,
                            channel ->
                                    Channels.newOutputStream(channel)
                                            .write("bye".getBytes(US_ASCII)));
            assertThat(back).asString(US_ASCII).isEqualTo("bye");
        }
    }
}
