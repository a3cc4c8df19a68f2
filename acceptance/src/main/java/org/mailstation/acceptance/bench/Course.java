package org.mailstation.acceptance.bench;

import java.io.PrintStream;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Figures;
import org.mailstation.acceptance.bench.figure.Line;
import org.mailstation.acceptance.bench.figure.Sheet;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.work.Benchmark;

/**
 * Runs the benchmarks: in each round one server and then the other, the next time in the other
 * order, so that neither always finds the computer as the other left it.
 */
final class Course {
    private final List<Peer> peers;
    private final int rounds;
    private final PrintStream out;

    Course(List<Peer> peers, int rounds, PrintStream out) {
        this.peers = peers;
        this.rounds = rounds;
        this.out = out;
    }

    /** Gives the lines of all of them. */
    List<Line> run(List<Benchmark> benchmarks) throws Exception {
        Sheet all = new Sheet();
        for (Benchmark benchmark : benchmarks) {
            long begun = System.nanoTime();
            Sheet own = new Sheet();
            for (Peer peer : peers) {
                benchmark.prepare(peer);
            }
            int times = benchmark.rounds(rounds);
            for (int round = 0; round < times; round++) {
                for (Peer peer : round % 2 == 0 ? peers : peers.reversed()) {
                    measure(benchmark, peer, own);
                }
            }
            all.addAll(own);
            own.lines().forEach(this::print);
            out.printf("   (%s: %.0f s)%n", benchmark.name(), (System.nanoTime() - begun) / 1e9);
        }
        return all.lines();
    }

    private void measure(Benchmark benchmark, Peer peer, Sheet sheet) throws Exception {
        try {
            benchmark.measure(peer, sheet);
        } catch (Exception failure) {
            sheet.lines().forEach(this::print); // what it had found out by then
            out.printf("%s: %s failed: %s%n", peer.name(), benchmark.name(), failure);
            throw failure;
        }
    }

    private void print(Line line) {
        out.printf(
                "%-46s %10s %10s  %-9s ratio %-6s %s%n",
                line.measure().name(),
                Figures.show(line.station()),
                Figures.show(line.peer()),
                line.measure().unit(),
                Figures.show(line.ratio()),
                line.reached().map(yes -> yes ? "reached" : "NOT reached").orElse(""));
    }
}
