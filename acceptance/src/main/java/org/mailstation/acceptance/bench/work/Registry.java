package org.mailstation.acceptance.bench.work;

import java.util.List;
import org.mailstation.acceptance.bench.letter.Letters;

/** All benchmarks in the order in which they run. */
public final class Registry {
    private Registry() {}

    public static List<Benchmark> all(Workload workload, Letters letters) {
        Stock stock = new Stock(letters, workload);
        return List.of(
                new ColdStart(),
                new Footprint("memory-idle", "idle", 130),
                new Delivery("delivery-10", letters, 10, workload.delivered(), Workload.ORDINARY),
                new Delivery("delivery-20", letters, 20, workload.delivered(), Workload.ORDINARY),
                new Delivery("delivery-large", letters, 4, workload.large(), Workload.LARGE),
                new Append(letters, 1, workload.appended()),
                new Append(letters, 4, workload.appended()),
                new Fetch(stock, workload),
                new Retrieve(stock, workload.some()),
                new Footprint("memory-after", "after everything", 200));
    }
}
