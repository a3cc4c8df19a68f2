package org.mailstation.desktop.flow;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.autostart.Autostart;
import org.mailstation.desktop.work.FailureException;

/** What this program does by itself on this computer. All on the owner's thread. */
public final class Habits {

    /**
     * What can be shown.
     *
     * @param autostart whether it begins when the person signs in; {@code null}: not known yet
     */
    public record View(Activity activity, @Nullable Boolean autostart) {}

    private final Autostart autostart;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Boolean on;

    public Habits(Autostart autostart, Background background) {
        this.autostart = autostart;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), on);
    }

    /** Looks how it is. */
    public void open() {
        work(null);
    }

    /** Switches the automatic start. */
    public void startBySelf(boolean wanted) {
        work(wanted);
    }

    private void work(@Nullable Boolean wanted) {
        errand.start(
                Activity.Running.of("flow.working"),
                (_, _) -> turned(wanted),
                is -> {
                    on = is;
                    audience.tell();
                });
    }

    private Boolean turned(@Nullable Boolean wanted) throws FailureException {
        try {
            if (wanted != null) {
                autostart.turn(wanted);
            }
            return autostart.isOn();
        } catch (IOException refused) {
            throw new FailureException(
                    new FlowFailure.AutostartRefused(String.valueOf(refused.getMessage())),
                    refused);
        }
    }

    public void cancel() {
        errand.cancel();
    }
}
