package org.mailstation.desktop.flow;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.autostart.Autostart;
import org.mailstation.desktop.check.UpdatePlace;
import org.mailstation.desktop.work.FailureException;

/** What this program does by itself on this computer. All on the owner's thread. */
public final class Habits {

    /**
     * This program and what may follow it.
     *
     * @param own for example {@code 0.1.0}
     */
    public record Versions(UpdatePlace place, String own) {}

    /**
     * What can be shown.
     *
     * @param autostart whether it begins when the person signs in; {@code null}: not known yet
     * @param updates where the person said that newer versions lie; empty: nothing was said
     * @param own version of this program
     * @param newer version that lies there; empty: none
     */
    public record View(
            Activity activity,
            @Nullable Boolean autostart,
            String updates,
            String own,
            String newer) {}

    private record Known(boolean autostart, String updates, String newer) {}

    private interface Deed {
        void done() throws IOException, FailureException;
    }

    private final Autostart autostart;
    private final Versions versions;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Known known;

    public Habits(Autostart autostart, Versions versions, Background background) {
        this.autostart = autostart;
        this.versions = versions;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        Known now = known;
        return new View(
                errand.activity(),
                now == null ? null : now.autostart(),
                now == null ? "" : now.updates(),
                versions.own(),
                now == null ? "" : now.newer());
    }

    /** Looks how it is. */
    public void open() {
        work(() -> {});
    }

    /** Switches the automatic start. */
    public void startBySelf(boolean wanted) {
        work(
                () -> {
                    try {
                        autostart.turn(wanted);
                    } catch (IOException refused) {
                        throw refused(refused);
                    }
                });
    }

    /**
     * Looks for newer versions there from now on.
     *
     * @param place a file or a folder; empty: nowhere in particular
     */
    public void lookForVersions(String place) {
        work(
                () -> {
                    if (!versions.place().point(place)) {
                        throw new FailureException(new FlowFailure.NothingThere(place.strip()));
                    }
                });
    }

    private void work(Deed deed) {
        errand.start(
                Activity.Running.of("flow.working"),
                (_, _) -> {
                    try {
                        deed.done();
                        return look();
                    } catch (IOException refused) {
                        throw new FailureException(
                                new FlowFailure.NotKept(String.valueOf(refused.getMessage())),
                                refused);
                    }
                },
                now -> {
                    known = now;
                    audience.tell();
                });
    }

    private Known look() throws IOException, FailureException {
        boolean on;
        try {
            on = autostart.isOn();
        } catch (IOException refused) {
            throw refused(refused);
        }
        UpdatePlace place = versions.place();
        return new Known(on, place.said(), place.newerThan(versions.own()).orElse(""));
    }

    private static FailureException refused(IOException why) {
        return new FailureException(
                new FlowFailure.AutostartRefused(String.valueOf(why.getMessage())), why);
    }

    public void cancel() {
        errand.cancel();
    }
}
