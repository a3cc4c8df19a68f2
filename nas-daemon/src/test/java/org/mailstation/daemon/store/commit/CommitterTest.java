package org.mailstation.daemon.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.FillingDisk;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.disk.WriteAhead;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.MvIndex;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.Entry;

@Timeout(60)
class CommitterTest {
    @TempDir Path folder;

    private final List<Integer> commits = new ArrayList<>();
    private final AtomicInteger checkpoints = new AtomicInteger();
    private MvIndex index;
    private Journal journal;
    private WriteAhead ahead;
    private final FillingDisk letterDisk = new FillingDisk();
    private Committer committer;

    @BeforeEach
    void open() throws IOException {
        RealDisk disk = new RealDisk();
        index = MvIndex.open(folder.resolve("index.mv"));
        journal = Journal.open(disk, folder.resolve("journal"), frame -> {});
        ahead = WriteAhead.open(disk, folder);
        ahead.clear();
        LetterFiles files = new LetterFiles(folder, letterDisk, "test");
        Settler settler = new Settler(index, journal, files);
        Ahead counting =
                new Ahead(ahead, journal, settler, Runnable::run, () -> 0, 100) {
                    @Override
                    void append(List<Entry> entries) throws IOException {
                        commits.add(entries.size());
                        super.append(entries);
                    }
                };
        Compaction compaction = new Compaction(disk, folder.resolve("journal.new"), index, journal);
        committer = new Committer(watched(index), counting, files, compaction, repair, 0).start();
    }

    private final Repair repair =
            new Repair() {
                @Override
                public @Nullable RuntimeException trouble() {
                    return null;
                }

                @Override
                public void run(Throwable cause) throws IOException {
                    throw new IOException("this index is never repaired");
                }
            };

    private Index watched(Index real) {
        InvocationHandler counting =
                (_, method, arguments) -> {
                    if (method.getName().equals("checkpoint")) {
                        checkpoints.incrementAndGet();
                    }
                    return method.invoke(real, arguments);
                };
        return (Index)
                Proxy.newProxyInstance(
                        Index.class.getClassLoader(), new Class<?>[] {Index.class}, counting);
    }

    /** What is not written yet is held in memory, and one command can change a whole mailbox. */
    @Test
    void the_index_is_written_after_many_changes_also_of_few_commands() throws Exception {
        for (int command = 0; command < 2; command++) {
            committer.run(subscribingToMany(command + "-", 9_000));
        }

        assertThat(checkpoints).hasValue(1);
    }

    /** MVStore closes itself when it cannot write, and nobody could read any more. */
    @Test
    void on_a_full_disk_the_index_is_not_written_and_takes_only_so_much_more() throws Exception {
        letterDisk.fillAfter(0);
        for (int command = 0; command < 3; command++) {
            committer.run(subscribingToMany(command + "-", 9_000));
        }
        assertThatThrownBy(() -> committer.run(subscribingToMany("more-", 1)))
                .hasMessageContaining("No space left");
        assertThat(checkpoints).hasValue(0);

        letterDisk.empty();
        committer.run(subscribingToMany("again-", 1));
        assertThat(checkpoints).hasValue(1);
    }

    private static Operation<String> subscribingToMany(String prefix, int count) {
        return new Operation<>() {
            @Override
            public Scope scope() {
                return Scope.adding(Scope.CATALOGUE);
            }

            @Override
            public String plan(Staging staging) {
                for (int i = 0; i < count; i++) {
                    staging.put(new Change.PutSubscription("anna", prefix + i));
                }
                return prefix;
            }
        };
    }

    @AfterEach
    void close() throws IOException {
        committer.close();
        index.close();
        ahead.close();
        journal.close();
    }

    private static Operation<String> subscribing(String mailbox, CountDownLatch until) {
        return new Operation<>() {
            @Override
            public Scope scope() {
                return Scope.adding(Scope.CATALOGUE);
            }

            @Override
            public String plan(Staging staging) throws IOException {
                try {
                    until.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                if (mailbox.isEmpty()) {
                    throw new StoreRefusal.MailboxExists(mailbox);
                }
                staging.put(new Change.PutSubscription("anna", mailbox));
                return mailbox;
            }
        };
    }

    private static Operation<String> subscribing(String mailbox) {
        return subscribing(mailbox, new CountDownLatch(0));
    }

    /** Starts these while a first one has the lead, until all of them are waiting. */
    private List<CompletableFuture<String>> together(String... mailboxes) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        start(subscribing("first", first), answers);
        for (String mailbox : mailboxes) {
            start(subscribing(mailbox), answers);
        }
        first.countDown();
        return answers;
    }

    private void start(Operation<String> operation, List<CompletableFuture<String>> answers) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.add(answer);
        Thread caller =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        answer.complete(committer.run(operation));
                                    } catch (IOException e) {
                                        answer.completeExceptionally(e);
                                    }
                                });
        while (!isIn(caller, "plan") && !isIn(caller, "awaitLeadOrAnswer")) {
            Thread.onSpinWait();
        }
    }

    private static boolean isIn(Thread thread, String method) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    @Test
    void whoever_waits_meanwhile_shares_the_next_commit() throws Exception {
        for (CompletableFuture<String> answer : together("a", "b", "c", "d")) {
            answer.get();
        }

        assertThat(commits).containsExactly(1, 4);
        assertThat(index.subscriptions("anna")).containsExactly("a", "b", "c", "d", "first");
    }

    @Test
    void one_that_cannot_be_done_does_not_harm_the_others() throws Exception {
        List<CompletableFuture<String>> answers = together("a", "", "b");

        assertThat(answers.get(1).get()).isEqualTo("a");
        assertThat(answers.get(3).get()).isEqualTo("b");
        assertThatThrownBy(() -> answers.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreRefusal.MailboxExists.class);
        assertThat(commits).containsExactly(1, 2);
    }

    @Test
    void an_interrupted_caller_gets_its_answer_and_stays_interrupted() throws Exception {
        Thread.currentThread().interrupt();
        String answer = committer.run(subscribing("a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isEqualTo("a");
        assertThat(committer.run(subscribing("b"))).isEqualTo("b");
    }

    @Test
    void a_closed_one_has_done_what_was_waiting_and_refuses_the_rest() throws Exception {
        List<CompletableFuture<String>> answers = together("a", "b");
        committer.close();

        for (CompletableFuture<String> answer : answers) {
            answer.get();
        }
        assertThatThrownBy(() -> committer.run(subscribing("late")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void the_smallest_heap_holds_few_changes_that_wait_for_the_disk() {
        assertThat(Commits.changesBetweenCheckpoints(48L << 20)).isEqualTo(1024);
        assertThat(Commits.changesBetweenCheckpoints(16L << 20)).isEqualTo(1000);
        assertThat(Commits.changesBetweenCheckpoints(1L << 32)).isEqualTo(10_000);
    }
}
