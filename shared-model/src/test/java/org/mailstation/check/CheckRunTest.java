package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class CheckRunTest {
    /** What a check does when it is asked. */
    private interface Doing {
        void now() throws InterruptedException;
    }

    private record Asked(String name, Set<Vantage> from, Doing doing) implements Check {
        @Override
        public Hop hop() {
            return Hop.DNS;
        }

        @Override
        public List<Finding> look(Scene scene) throws InterruptedException {
            doing.now();
            return List.of(new Observation(name, hop(), List.of()).pass(Text.of("dns.here.ok")));
        }
    }

    private static List<Finding> run(Duration patience, Check... checks) throws Exception {
        try (World world = new World()) {
            return new CheckRun(List.of(checks), patience).run(world.scene(), (_, _, _) -> {});
        }
    }

    private static Asked here(String name, Doing doing) {
        return new Asked(name, Set.of(Vantage.PC), doing);
    }

    @Test
    void checks_run_side_by_side_and_answer_in_their_order() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Doing meet =
                () -> {
                    both.countDown();
                    both.await();
                };
        assertThat(run(Duration.ofMinutes(1), here("a", meet), here("b", meet)))
                .extracting(Finding::check)
                .containsExactly("a", "b");
    }

    @Test
    void what_cannot_be_asked_from_here_is_left_out() throws Exception {
        Check elsewhere = new Asked("a", Set.of(Vantage.NAS), () -> {});
        assertThat(run(Duration.ofMinutes(1), elsewhere)).isEmpty();
    }

    @Test
    void a_check_that_takes_too_long_could_not_be_told_and_the_others_are_kept() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<Finding> found =
                run(Duration.ofSeconds(2), here("slow", never::await), here("quick", () -> {}));
        assertThat(found)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(found.getFirst().sentence().key()).isEqualTo("check.late");
    }

    @Test
    void a_fault_in_a_check_is_told_without_its_words() throws Exception {
        Check broken =
                here(
                        "broken",
                        () -> {
                            throw new IllegalStateException("password is swordfish");
                        });
        Finding found = run(Duration.ofMinutes(1), broken).getFirst();
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(found.toString()).doesNotContain("swordfish");
    }

    @Test
    void each_check_that_is_done_is_told() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (World world = new World()) {
            new CheckRun(List.of(here("a", () -> {}), here("b", () -> {})), Duration.ofMinutes(1))
                    .run(world.scene(), (_, _, of) -> told.addAndGet(of));
        }
        assertThat(told).hasValue(4);
    }
}
