package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.search.Pace;

/**
 * How long it takes until letters can be searched, and to search them. Started by hand: {@code main
 * FOLDER [LETTERS]}; a folder that has letters already is searched as it is.
 */
final class SearchBenchmark {
    private static final int USUAL = 10_000;
    private static final int WORDS = 30_000;
    private static final int TEXT = 9_500;
    private static final int THREADS = 8;
    private static final int ROUNDS = 30;
    private static final Duration ENOUGH = Duration.ofSeconds(2);
    private static final Duration PATIENCE =
            Duration.ofMillis(Integer.getInteger("patience", 3_600_000));
    private static final Duration LONG = Duration.ofHours(1);

    private final Path folder;
    private final int count;
    private final PrintStream out;
    private final List<String> words = vocabulary();

    private SearchBenchmark(Path folder, int count, PrintStream out) {
        this.folder = folder;
        this.count = count;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL;
        new SearchBenchmark(Path.of(arguments[0]), count, System.out).run();
    }

    private static List<String> vocabulary() {
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        for (int number = 0; number < WORDS; number++) {
            StringBuilder word = new StringBuilder();
            int length = 2 + (int) Math.abs(random.nextGaussian() * 4);
            for (int i = 0; i < length; i++) {
                word.append("etaoinshrdlucmfwypvbgkqjxz".charAt(skewed(random, 26)));
            }
            words.add(word.toString());
        }
        return words;
    }

    /** Small numbers come often, as common words do. */
    private static int skewed(Random random, int bound) {
        double place = random.nextDouble();
        return (int) (bound * place * place * place);
    }

    private String letter(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder(TEXT + 500);
        text.append("From: Person ").append(number % 500).append(" <person").append(number % 500);
        text.append("@sender.example>\r\nTo: anna@example.org\r\nDate: Thu, 4 Jun 2026 09:23:37");
        text.append(" +0000\r\nMessage-ID: <").append(random.nextLong()).append("@x>\r\nSubject: ");
        text.append(word(random)).append(' ').append(word(random));
        text.append(number % 100 == 0 ? " Bregenzerwald" : "").append("\r\n\r\n");
        while (text.length() < TEXT) {
            text.append(word(random)).append(random.nextInt(12) == 0 ? ".\r\n" : " ");
        }
        text.append(number % 100 == 50 ? " kaleidoscope" : "");
        text.append("\r\nref ").append(Long.toString(random.nextLong(), Character.MAX_RADIX));
        return text.append("\r\n").toString();
    }

    private String word(Random random) {
        return words.get(skewed(random, WORDS));
    }

    private void run() throws Exception {
        Tuning usual = Tuning.USUAL;
        Tuning tuning =
                new Tuning(
                        usual.lettersAhead(),
                        usual.settling(),
                        usual.nanos(),
                        new Pace(LONG, LONG, LONG, PATIENCE, LONG));
        try (MailStore store = MailStore.open(folder, Clock.systemUTC(), new RealDisk(), tuning)) {
            Desk desk = new Desk(store);
            Mailbox inbox = desk.mailbox("INBOX");
            fill(desk, inbox);
            memory("before the first search");
            time("first search, taking up what is new", 1, store, inbox, text("kaleidoscope"));
            memory("after it");
            for (int round = 0; round < 2; round++) {
                searches(store, inbox, round == 0 ? 1 : ROUNDS);
            }
            memory("after all searches");
        }
        report();
    }

    private void searches(MailStore store, Mailbox inbox, int times) {
        time("TEXT kaleidoscope", times, store, inbox, text("kaleidoscope"));
        time("TEXT leidosco", times, store, inbox, text("leidosco"));
        time("TEXT common word", times, store, inbox, text(words.get(3)));
        time("TEXT two words", times, store, inbox, text(words.get(3) + " " + words.get(9)));
        time("BODY nothing", times, store, inbox, SearchQuery.bodyContains("qzqzqzqz"));
        time("SUBJECT bregenz", times, store, inbox, SearchQuery.subject("bregenz"));
        time("FROM person7", times, store, inbox, SearchQuery.headerContains("From", "person7@"));
        time(
                "HEADER Message-ID",
                times,
                store,
                inbox,
                SearchQuery.headerContains("Message-ID", "123@x"));
        time("LARGER", times, store, inbox, SearchQuery.sizeGreaterThan(9_000));
    }

    private static Criterion text(String sought) {
        return SearchQuery.mailContains(sought);
    }

    private void time(String name, int times, MailStore store, Mailbox inbox, Criterion query) {
        long start = System.nanoTime();
        long found = 0;
        int rounds = 0;
        while (rounds < times && System.nanoTime() - start < ENOUGH.toNanos()) {
            found = find(store, inbox, query);
            rounds++;
        }
        double millis = (System.nanoTime() - start) / 1e6 / rounds;
        out.printf("%-40s %9.2f ms  %6d found%n", name, millis, found);
    }

    private static long find(MailStore store, Mailbox inbox, Criterion query) {
        try {
            return store.search()
                    .search(StoreMapperProvider.SESSION, inbox, SearchQuery.of(query))
                    .count()
                    .block();
        } catch (org.apache.james.mailbox.exception.MailboxException e) {
            throw new AssertionError(e);
        }
    }

    private void fill(Desk desk, Mailbox inbox) throws Exception {
        if (desk.letters().countMessagesInMailbox(inbox) > 0) {
            return;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            long start = System.nanoTime();
            List<Future<Void>> parts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                Callable<Void> part =
                        () -> {
                            for (int number = first; number < count; number += THREADS) {
                                desk.appendWhole(inbox, letter(number));
                            }
                            return null;
                        };
                parts.add(workers.submit(part));
            }
            for (Future<Void> part : parts) {
                part.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf("%d letters came in, %.0f a second%n", count, count / seconds);
        }
    }

    private void memory(String when) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        String resident =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssAnon"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .reduce("", (one, two) -> one + " " + two);
        out.printf(
                "%-40s heap %.1f MB,%s%n",
                when, (runtime.totalMemory() - runtime.freeMemory()) / 1e6, resident);
    }

    private void report() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".station").resolve("search"))) {
            long octets = files.mapToLong(file -> file.toFile().length()).sum();
            out.printf("index: %.0f octets a letter%n", (double) octets / count);
        }
    }
}
