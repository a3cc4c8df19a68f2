package org.mailstation.acceptance.bench.peer;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When a server is taken to be at rest: it has used hardly any processor time for a while.
 *
 * @param step between two looks
 * @param work more processor time than this in one step is work
 * @param calm so many steps without work in a row are rest
 * @param most steps to wait
 */
record Rest(Duration step, Duration work, int calm, int most) {
    /** A daemon that waits five seconds before it begins with an index is not at rest yet. */
    static final Rest USUAL = new Rest(Duration.ofSeconds(1), Duration.ofMillis(40), 8, 300);

    /**
     * @throws IllegalStateException if it never rests
     */
    void await(Supplier<Stream<ProcessHandle>> processes) throws InterruptedException {
        Duration before = used(processes.get());
        int calmFor = 0;
        for (int steps = 0; calmFor < calm; steps++) {
            if (steps == most) {
                throw new IllegalStateException("still at work after " + step.multipliedBy(most));
            }
            Thread.sleep(step);
            Duration now = used(processes.get());
            calmFor = now.minus(before).compareTo(work) > 0 ? 0 : calmFor + 1;
            before = now;
        }
    }

    private static Duration used(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
