package org.mailstation.desktop.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /**
     * What can be shown.
     *
     * @param found {@code null}: nothing was explained yet
     */
    public record View(Activity activity, @Nullable Explanation found) {}

    /** Something that may be a returned letter. */
    @FunctionalInterface
    private interface Source {
        Reading read() throws IOException;
    }

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Explanation found;

    public Explaining(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), found);
    }

    /** Explains a file. */
    public void file(Path file) {
        work(
                String.valueOf(file.getFileName()),
                () -> {
                    try (InputStream in = Files.newInputStream(file)) {
                        return Bounces.read(in);
                    }
                });
    }

    /** Explains what somebody copied. */
    public void text(String text) {
        work("", () -> Bounces.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void work(String name, Source source) {
        errand.start(
                Activity.Running.of("flow.explain.reading"),
                (cancellation, _) -> explain(read(name, source), cancellation),
                explanation -> {
                    found = explanation;
                    audience.tell();
                });
    }

    private static Reading read(String name, Source source) throws FailureException {
        try {
            return source.read();
        } catch (IOException e) {
            throw new FailureException(new FlowFailure.Unreadable(name), e);
        }
    }

    /** A station that does not answer is no reason to say nothing. */
    private Explanation explain(Reading reading, Cancellation cancellation)
            throws FailureException {
        try {
            return session.onStation(
                    cancellation,
                    station -> ReturnedLetters.explain(reading, station, cancellation));
        } catch (FailureException e) {
            if (e.failure() instanceof Cancelled) {
                throw e;
            }
            return ReturnedLetters.explain(
                    reading, Text.of("bounce.log.not-asked", e.failure().text().words()));
        }
    }

    public void cancel() {
        errand.cancel();
    }
}
