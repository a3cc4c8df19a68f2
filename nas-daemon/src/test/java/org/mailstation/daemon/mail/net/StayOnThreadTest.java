package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Work that may wait stays on a connection's thread, and leaves every other one. */
@Timeout(60)
class StayOnThreadTest {
    private final Scheduler others = Schedulers.newSingle("others");
    private final StayOnThread scheduler = new StayOnThread(others);
    private final EventLoopGroup connection = ConnectionThread.loop(new EmbeddedChannel());

    @AfterEach
    void end() {
        scheduler.dispose();
        var _ = connection.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private Mono<Thread> where() {
        return Mono.fromCallable(Thread::currentThread).subscribeOn(scheduler);
    }

    @Test
    void a_connection_does_the_work_itself() throws Exception {
        List<Thread> threads =
                connection.submit(() -> List.of(Thread.currentThread(), where().block())).get();

        assertThat(threads.getLast()).isSameAs(threads.getFirst());
    }

    @Test
    void results_stay_on_it_too() throws Exception {
        List<Thread> threads =
                connection
                        .submit(
                                () ->
                                        Flux.range(0, 3)
                                                .publishOn(scheduler)
                                                .map(_ -> Thread.currentThread())
                                                .startWith(Thread.currentThread())
                                                .collectList()
                                                .block())
                        .get();

        assertThat(threads).hasSize(4).containsOnly(threads.getFirst());
    }

    @Test
    void anybody_else_has_it_done_by_the_threads_made_for_it() {
        assertThat(where().block()).isNotSameAs(Thread.currentThread());
        assertThat(where().map(Thread::getName).block()).startsWith("others");
    }

    @Test
    void what_shall_happen_later_is_left_to_them() throws Exception {
        String name =
                connection
                        .submit(
                                () ->
                                        Mono.<String>create(
                                                        sink ->
                                                                scheduler.schedule(
                                                                        () ->
                                                                                sink.success(
                                                                                        Thread
                                                                                                .currentThread()
                                                                                                .getName()),
                                                                        1,
                                                                        TimeUnit.MILLISECONDS))
                                                .block())
                        .get();

        assertThat(name).startsWith("others");
    }
}
