package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mailstation.lan.Deadline;

/** Remembers what was heard. */
final class Ears implements Consumer<Sighting> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Sighting> heard = new ArrayList<>();

    @Override
    public synchronized void accept(Sighting sighting) {
        heard.add(sighting);
        notifyAll();
    }

    synchronized List<Sighting> heard() {
        return List.copyOf(heard);
    }

    synchronized Sighting last() {
        return heard.getLast();
    }

    /** Puts a question and stops listening as soon as such a thing was heard. */
    ChannelAnswer until(Question question, Predicate<Sighting> enough) {
        CompletableFuture<ChannelAnswer> answer = new CompletableFuture<>();
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> answer.complete(question.ask(this, Deadline.in(PATIENCE))));
        try {
            awaitThat(enough);
            asking.interrupt();
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void awaitThat(Predicate<Sighting> enough) throws InterruptedException {
        Deadline end = Deadline.in(PATIENCE);
        while (heard.stream().noneMatch(enough) && !end.passed()) {
            wait(end.leftMillis());
        }
        assertThat(heard).anyMatch(enough);
    }
}
