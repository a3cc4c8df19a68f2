package org.mailstation.desktop.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Language;
import org.mailstation.config.StationConfig;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** In which language the station writes to people. All on the owner's thread. */
public final class Tongue {

    /**
     * What can be shown.
     *
     * @param language {@code null} before the station answered
     * @param done what was just done; {@code null}: nothing
     */
    public record View(Activity activity, @Nullable Language language, @Nullable Text done) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Language language;
    private @Nullable Text done;

    public Tongue(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), language, done);
    }

    /** Asks the station. */
    public void open() {
        work(null);
    }

    /** From now on in this one. */
    public void speak(Language wanted) {
        if (wanted != language) {
            work(wanted);
        }
    }

    private void work(@Nullable Language wanted) {
        done = null;
        errand.start(
                Activity.Running.of(wanted == null ? "flow.fetching" : "flow.working"),
                (cancellation, progress) -> spoken(wanted, cancellation, progress),
                now -> {
                    language = now;
                    done = wanted == null ? null : Text.of("flow.tongue.set");
                    audience.tell();
                });
    }

    private Language spoken(
            @Nullable Language wanted,
            Cancellation cancellation,
            Consumer<Activity.Running> progress)
            throws FailureException {
        ConfigChange change = new ConfigChange(session, cancellation, progress);
        StationConfig running = change.fetch();
        if (wanted == null) {
            return running.notifications().language();
        }
        change.apply(running.withNotifications(running.notifications().in(wanted)));
        return wanted;
    }

    public void cancel() {
        errand.cancel();
    }
}
