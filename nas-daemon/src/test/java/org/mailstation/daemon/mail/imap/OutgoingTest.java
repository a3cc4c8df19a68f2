package org.mailstation.daemon.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that does not read lets the thread wait that writes, and nothing else. */
@Timeout(60)
class OutgoingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Outgoing outgoing = new Outgoing();
    private final EmbeddedChannel channel = new EmbeddedChannel(outgoing);

    private void full(boolean full) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, !full);
        channel.runPendingTasks();
    }

    private CompletableFuture<Boolean> waiting() {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        result.complete(outgoing.awaitRoom(channel));
                                    } catch (InterruptedException e) {
                                        result.completeExceptionally(e);
                                    }
                                });
        while (thread.getState() != Thread.State.WAITING && !result.isDone()) {
            Thread.onSpinWait();
        }
        return result;
    }

    @Test
    void who_has_room_does_not_wait() throws InterruptedException {
        assertThat(outgoing.awaitRoom(channel)).isTrue();
    }

    @Test
    void who_has_none_waits_until_the_client_has_read() throws Exception {
        full(true);
        CompletableFuture<Boolean> result = waiting();
        assertThat(result).isNotDone();

        full(false);

        assertThat(result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobody_waits_for_a_client_that_has_gone() throws Exception {
        full(true);
        CompletableFuture<Boolean> result = waiting();

        channel.close().syncUninterruptibly();

        assertThat(result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isFalse();
        assertThat(outgoing.awaitRoom(channel)).isFalse();
    }
}
