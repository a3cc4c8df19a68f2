package org.mailstation.acceptance.bench.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients at a time. */
public final class Together {
    private Together() {}

    /** What one of them does. */
    @FunctionalInterface
    public interface Client {
        void run(int number) throws Exception;
    }

    /**
     * Lets clients 0 to {@code count - 1} begin together.
     *
     * @return seconds until the last one is done
     * @throws Exception the first failure of one of them
     */
    public static double run(int count, Client client) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    client.run(number);
                                    return null;
                                }));
            }
            long begun = System.nanoTime();
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
            return (System.nanoTime() - begun) / 1e9;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }
}
