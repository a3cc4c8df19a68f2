package org.mailstation.acceptance.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.acceptance.bench.letter.Letters;

class RegistryTest {
    private static final Workload SMALL = new Workload(1, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2);

    private final List<Benchmark> all = Registry.all(SMALL, new Letters(1));
    private final List<String> names = all.stream().map(Benchmark::name).toList();

    @Test
    void every_benchmark_has_a_name_of_its_own() {
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    @Test
    void memory_is_looked_at_before_and_after_all_other_work() {
        assertThat(all.stream().filter(one -> !one.onlyByName()).map(Benchmark::name))
                .startsWith("start", "memory-idle")
                .endsWith("memory-after");
    }

    @Test
    void what_has_something_to_reach_is_there_in_the_order_in_which_it_runs() {
        assertThat(names).containsSubsequence(Registry.MUST);
    }

    @Test
    void a_quick_run_does_as_many_rounds_with_less_work() {
        assertThat(Workload.QUICK.rounds()).isEqualTo(Workload.FULL.rounds());
        assertThat(Workload.QUICK.box()).isLessThan(Workload.FULL.box());
    }
}
