package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class FlushesTogetherTest {
    private int flushes;

    private final EmbeddedChannel channel =
            new EmbeddedChannel(
                    new ChannelOutboundHandlerAdapter() {
                        @Override
                        public void flush(ChannelHandlerContext context) {
                            flushes++;
                            context.flush();
                        }
                    },
                    new FlushesTogether());

    /** The event loop is busy from here on. */
    private void write(int times) {
        channel.pipeline().fireChannelRead("a command");
        for (int i = 0; i < times; i++) {
            channel.pipeline().writeAndFlush(Unpooled.copiedBuffer(new byte[] {1}));
        }
    }

    @Test
    void the_pieces_of_an_answer_leave_together() {
        write(3);
        assertThat(flushes).isZero();

        channel.pipeline().fireChannelReadComplete();

        assertThat(flushes).isEqualTo(1);
        assertThat(channel.outboundMessages()).hasSize(3);
    }

    @Test
    void a_long_answer_begins_to_leave_while_it_is_made() {
        write(100);

        assertThat(flushes).isEqualTo(1);
    }

    @Test
    void what_is_long_does_not_wait_for_company() {
        channel.pipeline().fireChannelRead("a command");
        channel.pipeline().writeAndFlush(Unpooled.wrappedBuffer(new byte[20_000]));
        assertThat(flushes).isZero();

        channel.pipeline().writeAndFlush(Unpooled.wrappedBuffer(new byte[20_000]));

        assertThat(flushes).isEqualTo(1);
    }
}
