package org.mailstation.desktop.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.Bounces;
import org.mailstation.bounce.Explanation;
import org.mailstation.bounce.Reading;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** What a letter that came back means. All on the owner's thread. */
public final class Explaining {

    /** So many files at a time; more would be a page that nobody reads. */
    public static final int MOST = 20;

    /**
     * What can be shown.
     *
     * @param all in the order in which they were given; empty: nothing was explained yet
     * @param given how many there were, which may be more than are explained
     */
    public record View(Activity activity, List<Explained> all, int given) {
        public View {
            all = List.copyOf(all);
        }

        /** What the first one means; {@code null}: there is none, or it could not be read. */
        public @Nullable Explanation found() {
            return all.isEmpty() ? null : all.getFirst().found();
        }
    }

    /** Something that may be a returned letter. */
    private record Source(String name, Content content) {}

    /** What is in it. */
    @FunctionalInterface
    private interface Content {
        Reading read() throws IOException;
    }

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private List<Explained> all = List.of();
    private int given;

    public Explaining(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), all, given);
    }

    /** Explains a file. */
    public void file(Path file) {
        files(List.of(file));
    }

    /** Explains files one after the other, {@value #MOST} at most. */
    public void files(List<Path> files) {
        work(files.stream().limit(MOST).map(Explaining::source).toList(), files.size());
    }

    /** Explains what somebody copied. */
    public void text(String text) {
        Content content = () -> Bounces.read(text.getBytes(StandardCharsets.UTF_8));
        work(List.of(new Source("", content)), 1);
    }

    private static Source source(Path file) {
        return new Source(
                String.valueOf(file.getFileName()),
                () -> {
                    try (InputStream in = Files.newInputStream(file)) {
                        return Bounces.read(in);
                    }
                });
    }

    private void work(List<Source> sources, int count) {
        errand.start(
                Activity.Running.of("flow.explain.reading"),
                (cancellation, progress) -> new Work(cancellation).all(sources, progress),
                done -> {
                    all = done;
                    given = count;
                    audience.tell();
                });
    }

    /** One go. */
    private final class Work {
        private final Cancellation cancellation;

        /** Why the station does not tell what it knows; one that is silent is asked only once. */
        private @Nullable Text silent;

        Work(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        List<Explained> all(List<Source> sources, Consumer<Activity.Running> progress)
                throws FailureException {
            List<Explained> done = new ArrayList<>();
            for (Source source : sources) {
                cancellation.check();
                if (sources.size() > 1) {
                    progress.accept(
                            new Activity.Running(
                                    100 * done.size() / sources.size(),
                                    Text.of("flow.explain.one", source.name()),
                                    false));
                }
                try {
                    Explanation found = explain(source.content().read());
                    done.add(new Explained(source.name(), found, null));
                } catch (IOException e) {
                    if (sources.size() == 1) {
                        throw new FailureException(new FlowFailure.Unreadable(source.name()), e);
                    }
                    done.add(Explained.unreadable(source.name()));
                }
            }
            return done;
        }

        /** A station that does not answer is no reason to say nothing. */
        private Explanation explain(Reading reading) throws FailureException {
            Text why = silent;
            if (why != null) {
                return ReturnedLetters.explain(reading, why);
            }
            try {
                return session.onStation(
                        cancellation,
                        station -> ReturnedLetters.explain(reading, station, cancellation));
            } catch (FailureException e) {
                if (e.failure() instanceof Cancelled) {
                    throw e;
                }
                Text said = Text.of("bounce.log.not-asked", e.failure().text().words());
                silent = said;
                return ReturnedLetters.explain(reading, said);
            }
        }
    }

    public void cancel() {
        errand.cancel();
    }
}
