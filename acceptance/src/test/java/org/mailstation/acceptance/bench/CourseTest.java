package org.mailstation.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.acceptance.bench.figure.Line;
import org.mailstation.acceptance.bench.figure.Measure;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.figure.Side;
import org.mailstation.acceptance.bench.figure.Target;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.work.Benchmark;

class CourseTest {
    private static final Peer OURS = new FakePeer(Side.STATION, "ours");
    private static final Peer THEIRS = new FakePeer(Side.PEER, "theirs");
    private static final Measure RATE =
            Measure.more("rate", "letters/s", new Target.AtLeastTimes(2));

    private final List<String> happened = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private List<Line> run(int rounds, Benchmark... benchmarks) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Course(List.of(OURS, THEIRS), rounds, out).run(List.of(benchmarks));
    }

    private final class Counting implements Benchmark {
        private final int ownRounds;
        private int done;

        Counting(int ownRounds) {
            this.ownRounds = ownRounds;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public int rounds(int usual) {
            return ownRounds == 0 ? usual : ownRounds;
        }

        @Override
        public void prepare(Peer peer) {
            happened.add("prepare " + peer.name());
        }

        @Override
        public void measure(Peer peer, Sheet sheet) {
            happened.add(peer.name());
            done++;
            sheet.add(RATE, peer.side(), peer.side() == Side.STATION ? 100 + done : 10);
        }
    }

    @Test
    void the_servers_take_turns_and_change_who_begins() throws Exception {
        run(3, new Counting(0));
        assertThat(happened)
                .containsExactly(
                        "prepare ours",
                        "prepare theirs",
                        "ours",
                        "theirs",
                        "theirs",
                        "ours",
                        "ours",
                        "theirs");
    }

    @Test
    void a_line_has_the_medians_of_the_rounds() throws Exception {
        assertThat(run(3, new Counting(0)))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.station()).isEqualTo(104);
                            assertThat(line.peer()).isEqualTo(10);
                            assertThat(line.reached()).contains(true);
                        });
    }

    @Test
    void a_benchmark_may_want_fewer_rounds() throws Exception {
        run(3, new Counting(1));
        assertThat(happened).filteredOn("ours"::equals).hasSize(1);
    }

    @Test
    void figures_are_printed_as_soon_as_they_are_there() throws Exception {
        run(1, new Counting(0));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("rate", "101", "ratio 10.1", "reached", "counting");
    }

    @Test
    void a_failure_is_not_a_figure() {
        Benchmark broken =
                new Benchmark() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public void measure(Peer peer, Sheet sheet) {
                        throw new IllegalStateException("a letter is missing");
                    }
                };
        assertThatThrownBy(() -> run(1, broken)).hasMessage("a letter is missing");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("ours: broken failed");
    }
}
