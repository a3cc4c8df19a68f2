package org.mailstation.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.mailstation.acceptance.bench.figure.Line;
import org.mailstation.acceptance.bench.figure.Report;
import org.mailstation.acceptance.bench.letter.Letters;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.MailStation;
import org.mailstation.acceptance.bench.peer.Peer;
import org.mailstation.acceptance.bench.peer.PostfixDovecot;
import org.mailstation.acceptance.bench.work.Benchmark;
import org.mailstation.acceptance.bench.work.Registry;
import org.mailstation.acceptance.bench.work.Workload;

/** The benchmark as a program; {@code acceptance/benchmark/run} starts it. */
public final class Main {
    private static final long SEED = 20_261_124;

    private Main() {}

    public static void main(String[] words) throws Exception {
        Options options;
        List<Benchmark> benchmarks;
        try {
            options = Options.parse(List.of(words));
            benchmarks = chosen(options);
        } catch (IllegalArgumentException wrong) {
            System.err.println("benchmark: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        if (options.list()) {
            benchmarks.forEach(benchmark -> System.out.println(benchmark.name()));
            return;
        }
        Ground ground =
                new Ground(
                        options.folder(),
                        options.folder().resolve("certificate.pem"),
                        options.folder().resolve("key.pem"),
                        "correct horse 9 battery");
        List<Peer> peers =
                List.of(new MailStation(ground, options.program()), new PostfixDovecot(ground));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(peers), "stop servers"));
        run(options, benchmarks, peers);
    }

    private static List<Benchmark> chosen(Options options) {
        Workload workload = options.quick() ? Workload.QUICK : Workload.FULL;
        List<Benchmark> all = Registry.all(workload, new Letters(SEED));
        List<String> names = all.stream().map(Benchmark::name).toList();
        for (String name : options.only()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "no benchmark " + name + "; there are " + String.join(", ", names));
            }
        }
        return options.only().isEmpty()
                ? all.stream().filter(b -> options.list() || !b.onlyByName()).toList()
                : all.stream().filter(b -> options.only().contains(b.name())).toList();
    }

    private static void run(Options options, List<Benchmark> benchmarks, List<Peer> peers)
            throws Exception {
        for (Peer peer : peers) {
            peer.prepare();
            peer.start();
        }
        Workload workload = options.quick() ? Workload.QUICK : Workload.FULL;
        int rounds = options.rounds() == 0 ? workload.rounds() : options.rounds();
        List<Line> lines = new Course(peers, rounds, System.out).run(benchmarks);
        Path report = options.report();
        if (report != null) {
            write(report, options, rounds, peers, lines);
        }
    }

    private static void write(
            Path report, Options options, int rounds, List<Peer> peers, List<Line> lines)
            throws IOException, InterruptedException {
        Report page =
                new Report(
                        peers.getFirst().name(),
                        peers.getLast().name(),
                        Facts.of(options.folder(), peers, Clock.systemUTC()),
                        Notes.of(options.quick(), rounds),
                        lines);
        Files.writeString(report, page.markdown());
        System.out.println("written: " + report);
    }

    private static void stop(List<Peer> peers) {
        for (Peer peer : peers) {
            try {
                peer.stop();
            } catch (IOException | InterruptedException failure) {
                System.err.println(peer.name() + " was not stopped: " + failure);
            }
        }
    }
}
