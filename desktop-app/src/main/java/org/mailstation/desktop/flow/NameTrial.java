package org.mailstation.desktop.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.TryDdns;
import org.mailstation.desktop.draft.NameDraft;

/**
 * Tries the login at a DDNS provider while it is being typed, before anything is set. All on the
 * owner's thread.
 */
public final class NameTrial {

    /**
     * What can be shown.
     *
     * @param tried what the provider said to what is typed now; {@code null}: it was not tried
     */
    public record View(Activity activity, @Nullable DdnsTried tried) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience;
    private NameDraft asked = NameDraft.EMPTY;
    private @Nullable DdnsTried tried;

    public NameTrial(Session session, Background background) {
        this.session = session;
        this.audience = new Audience<>(this::view);
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), tried);
    }

    /** Has the NAS try this login at the provider. */
    public void test(NameDraft typed) {
        TryDdns request =
                new TryDdns(
                        typed.ddns().provider(),
                        typed.ddns().host(),
                        typed.ddns().user(),
                        typed.ddns().server(),
                        typed.secret());
        boolean started =
                errand.start(
                        Activity.Running.of("flow.name.testing"),
                        (cancellation, _) ->
                                session.onStation(
                                        cancellation,
                                        station ->
                                                station.ask(
                                                        control -> control.tryDdns(request),
                                                        cancellation)),
                        (DdnsTried answer) -> {
                            // what was typed meanwhile was not tried
                            tried = asked.equals(typed) ? answer : null;
                            audience.tell();
                        });
        if (started) {
            asked = typed;
            tried = null;
            audience.tell();
        }
    }

    /** This is typed now: an answer to something else counts no longer. */
    public void typed(NameDraft now) {
        if (!asked.equals(now) && (tried != null || errand.activity() instanceof Activity.Failed)) {
            tried = null;
            errand.forget();
            audience.tell();
        }
        asked = now;
    }

    public void cancel() {
        errand.cancel();
    }
}
