package org.mailstation.acceptance.bench.work;

import java.util.List;
import org.mailstation.acceptance.bench.letter.Letters;

/** All benchmarks in the order in which they run. */
public final class Registry {
    /**
     * Those that have something to reach, but for the longest ones; they take some five minutes.
     */
    public static final List<String> MUST =
            List.of(
                    "start",
                    "memory-idle",
                    "idlers",
                    "delivery-10",
                    "append-1",
                    "append-4",
                    "retr",
                    "select",
                    "fetch",
                    "search",
                    "memory-after");

    private Registry() {}

    public static List<Benchmark> all(Workload workload, Letters letters) {
        Stock stock = new Stock(letters, workload);
        return List.of(
                new ColdStart(),
                new Footprint("memory-idle", "idle", 130),
                new Idlers(workload.idlers()),
                new Handshakes(workload.handshakes()),
                delivery(letters, 10, workload),
                delivery(letters, 20, workload),
                new Delivery("delivery-large", letters, 4, workload.large(), Workload.LARGE),
                new Append(letters, 1, workload.appended()),
                new Append(letters, 4, workload.appended()),
                new Push(letters),
                new Retrieve(stock, workload.some()),
                new Open(stock, workload, false),
                new Fetch(stock, workload),
                new Search(stock, workload),
                new Change(stock, workload),
                new Open(stock, workload, true),
                new Footprint("memory-after", "after everything", 200),
                new Huge(letters, workload));
    }

    private static Benchmark delivery(Letters letters, int connections, Workload workload) {
        String name = "delivery-" + connections;
        return new Delivery(name, letters, connections, workload.delivered(), Workload.ORDINARY);
    }
}
