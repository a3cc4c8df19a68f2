package org.mailstation.acceptance.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.mailstation.acceptance.bench.peer.Ground;
import org.mailstation.acceptance.bench.peer.MailStation;
import org.mailstation.acceptance.bench.wire.ImapTalk;
import org.mailstation.acceptance.bench.wire.RefusedException;

/**
 * The harness as a program: {@code Main PROGRAM FOLDER ROUNDS SEED}. The folder is empty but for
 * {@code certificate.pem} and {@code key.pem}. Ends with 1 if a promise was broken.
 */
public final class Main {
    private static final int MAIL_PROGRAMS = 3;
    private static final int FEWEST_PROMISES = 50;
    private static final int MOST_PROMISES = 400;
    private static final int PATIENCE_SECONDS = 60;

    /** Without a name that resolves, so that letters to others wait. */
    private static final String RELAY = "[relay]\nuse = \"always\"\nhost = \"relay.invalid\"\n";

    private final MailStation station;
    private final Ledger ledger = new Ledger();
    private final Random random;

    private Main(MailStation station, long seed) {
        this.station = station;
        this.random = new Random(seed);
    }

    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[1]);
        Ground ground =
                new Ground(
                        folder,
                        folder.resolve("certificate.pem"),
                        folder.resolve("key.pem"),
                        "correct horse 9 battery");
        MailStation station = new MailStation(ground, Path.of(words[0]), RELAY);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(station), "end daemon"));
        boolean kept = new Main(station, Long.parseLong(words[3])).run(Integer.parseInt(words[2]));
        System.exit(kept ? 0 : 1);
    }

    private static void end(MailStation station) {
        try {
            station.kill();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean run(int rounds) throws Exception {
        station.prepare();
        station.start();
        try (ImapTalk imap = station.imap(Ground.WRITER)) {
            for (int client = 0; client < MAIL_PROGRAMS; client++) {
                for (Box box : Clients.boxes(client)) {
                    imap.ask("CREATE " + box.name());
                }
            }
        }
        for (int round = 0; round < rounds; round++) {
            if (!survives(round)) {
                return false;
            }
        }
        return noticesATheft();
    }

    private boolean survives(int round) throws Exception {
        int before = ledger.promises();
        int wanted = random.nextInt(FEWEST_PROMISES, MOST_PROMISES);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Clients clients = new Clients(station, ledger, "round" + round);
            for (int client = 0; client < MAIL_PROGRAMS; client++) {
                int number = client;
                threads.submit(() -> untilKilled(() -> clients.bring(number)));
                threads.submit(() -> untilKilled(() -> clients.organise(number)));
            }
            threads.submit(() -> untilKilled(() -> clients.submit(0)));
            ledger.awaitPromises(before + wanted, PATIENCE_SECONDS);
            Thread.sleep(0, random.nextInt(1_000_000)); // not always just after an answer
            station.kill();
        }
        long begun = System.nanoTime();
        station.start();
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<String> wrong = new Inspection(station, ledger).run();
        wrong.forEach(System.out::println);
        System.out.printf(
                "killed after %d promises, up again in %.1f s: %s%n",
                ledger.promises() - before, seconds, wrong.isEmpty() ? "kept" : "BROKEN");
        return wrong.isEmpty() && ledger.promises() - before >= wanted;
    }

    private interface Client {
        void run() throws IOException;
    }

    /** A connection breaks when the daemon dies; that it says no is another thing. */
    private static void untilKilled(Client client) {
        try {
            client.run();
        } catch (RefusedException refused) {
            System.out.println("refused: " + refused.getMessage());
        } catch (IOException killed) {
            // as it should be
        }
    }

    /** Whether all of this looks at anything: a letter that is taken away must be missed. */
    private boolean noticesATheft() throws Exception {
        Path letter;
        try (Stream<Path> all = Files.walk(station.data().resolve("mail"))) {
            letter =
                    all.filter(path -> path.toString().endsWith(".eml"))
                            .filter(path -> !path.toString().contains(".station"))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
        }
        Files.delete(letter);
        boolean noticed;
        try {
            noticed = !new Inspection(station, ledger).run().isEmpty();
        } catch (IOException missed) {
            noticed = true;
        }
        System.out.println(
                noticed ? "a letter that was taken away is missed" : "NOT NOTICED: " + letter);
        return noticed;
    }
}
