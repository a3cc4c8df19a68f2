package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
    private static final int PERIOD = 100;

    private final AtomicBoolean signedIn = new AtomicBoolean();
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new IdleWatch(PERIOD, 3, _ -> signedIn.get()));

    IdleWatchTest() {
        channel.freezeTime();
    }

    @AfterEach
    void close() {
        channel.close();
    }

    private void seconds(int time, int octetsEach) {
        for (int i = 0; i < time && channel.isOpen(); i++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
            if (octetsEach > 0 && channel.isOpen()) {
                channel.writeInbound(Unpooled.wrappedBuffer(new byte[octetsEach]));
            }
        }
    }

    @Test
    void a_stranger_who_says_one_octet_a_second_is_cut() {
        seconds(PERIOD + 2, 1);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_letter_that_comes_slowly_may_come() {
        seconds(5 * PERIOD, 100);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void a_person_may_be_silent() {
        signedIn.set(true);

        seconds(2 * PERIOD, 0);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void a_silent_stranger_is_cut_after_one() {
        seconds(PERIOD + 2, 0);

        assertThat(channel.isOpen()).isFalse();
    }
}
