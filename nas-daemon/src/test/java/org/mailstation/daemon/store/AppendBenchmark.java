package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.james.mailbox.model.Mailbox;

/**
 * How many letters a second become durable, beside a plain loop of write and fsync on the same
 * disk. Started by hand: {@code main FOLDER}.
 */
final class AppendBenchmark {
    private static final int LETTERS = 1000;
    private static final String BODY = "0123456789abcdef ".repeat(590);

    private final Path folder;
    private final PrintStream out;

    private AppendBenchmark(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        new AppendBenchmark(Path.of(arguments[0]), System.out).run();
    }

    private void run() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int threads : new int[] {1, 4, 10}) {
                double plain = measure(threads, plainLoop(round, threads));
                double store = measureStore(round, threads);
                out.printf(
                        "%2d threads: plain %6.0f/s  store %6.0f/s  ratio %.2f%n",
                        threads, plain, store, store / plain);
            }
        }
    }

    private double measureStore(int round, int threads) throws Exception {
        Path mail = folder.resolve("store-" + round + "-" + threads);
        long start = System.nanoTime();
        try (MailStore store = MailStore.open(mail, Clock.systemUTC())) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.create("INBOX");
            out.printf("open %.0f ms, ", (System.nanoTime() - start) / 1e6);
            double rate = measure(threads, number -> desk.append(inbox, BODY + number));
            start = System.nanoTime();
            store.close();
            out.printf("close %.0f ms%n", (System.nanoTime() - start) / 1e6);
            return rate;
        }
    }

    private interface Work {
        void run(int number) throws Exception;
    }

    private Work plainLoop(int round, int threads) throws IOException {
        Path plain = Files.createDirectories(folder.resolve("plain-" + round + "-" + threads));
        return number -> {
            byte[] octets = Desk.text(BODY + number).getBytes(StandardCharsets.UTF_8);
            try (FileChannel file =
                    FileChannel.open(
                            plain.resolve(number + ".eml"),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(octets));
                file.force(false);
            }
        };
    }

    private static double measure(int threads, Work work) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            long start = System.nanoTime();
            List<Future<Void>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                Callable<Void> part =
                        () -> {
                            for (int number = first; number < LETTERS; number += threads) {
                                work.run(number);
                            }
                            return null;
                        };
                parts.add(workers.submit(part));
            }
            for (Future<Void> part : parts) {
                part.get();
            }
            return LETTERS / ((System.nanoTime() - start) / 1e9);
        }
    }
}
