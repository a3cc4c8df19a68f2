package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import org.mailstation.control.NasUsers;
import org.mailstation.control.StationControl;

/** The people whom the NAS knows already, so that nobody need type their names again. */
public final class NasPeople {

    /**
     * What can be shown.
     *
     * @param asked whether the NAS answered
     * @param unknown it could not read its own list
     */
    public record View(
            Activity activity, boolean asked, boolean unknown, List<NasUsers.User> users) {
        public View {
            users = List.copyOf(users);
        }
    }

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private boolean asked;
    private boolean unknown;
    private List<NasUsers.User> users = List.of();

    public NasPeople(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), asked, unknown, users);
    }

    /** Asks the NAS. */
    public void open() {
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station -> station.ask(StationControl::nasUsers, cancellation)),
                this::answered);
    }

    private void answered(NasUsers answer) {
        asked = true;
        unknown = answer instanceof NasUsers.CouldNotTell;
        users = answer instanceof NasUsers.Listed listed ? listed.users() : List.of();
        audience.tell();
    }

    public void cancel() {
        errand.cancel();
    }
}
