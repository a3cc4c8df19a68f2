package org.mailstation.desktop.flow;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mailstation.control.Secret;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.flow.SetupState.Asking;
import org.mailstation.desktop.flow.SetupState.ConfirmingKey;
import org.mailstation.desktop.flow.SetupState.Home;
import org.mailstation.desktop.flow.SetupState.NotApplied;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.ProfileStore;

/**
 * Leads from a NAS's address to running mail. Every public method is a wish of the person, allowed
 * in the states that it names; in any other it throws {@link IllegalStateException}. All of them
 * belong on the owner's thread, where the listeners are called too.
 *
 * <pre>
 * Locating ─ locate ▸ (ConfirmingKey | KeyChanged) ▸ SigningIn ─ signIn ▸ Looking ▸ Installing ─ install ▸ InstallDone
 *    Installing, InstallDone, Home ─ openForm ▸ Filling (line, name, people, safety) ─ review ▸ Reviewing
 *    Reviewing ─ apply ▸ Running | NotApplied
 *    Running ─ next ▸ Afterwards (ports, records, proof, programs) ─ home ▸ Home
 *    Asking may come in between wherever work is under way
 * </pre>
 */
public final class SetupFlow {

    /** Looks after another station than this flow's. */
    @FunctionalInterface
    public interface Elsewhere {
        /**
         * @param accepting whether what is found there shall be taken as it is
         */
        void lookAfter(String address, boolean accepting);
    }

    private final Background background;
    private final Stage stage;
    private final Desk desk;
    private final Session session;
    private final Arrival arrival;
    private final Installation installation;
    private final Settings settings;
    private final Keeper keeper;
    private final Pace pace = new Pace();

    /**
     * @param unfinished what outlasts the program
     * @param ownVersion version of the daemon that this assistant installs
     */
    public SetupFlow(
            Background background,
            FirstContact contact,
            NasGateway gateway,
            ProfileStore profiles,
            UnfinishedStore unfinished,
            InstantSource clock,
            String ownVersion) {
        this.background = background;
        this.stage = new Stage(Arrival.nowhere());
        this.desk = new Desk(background, stage::show);
        this.session = new Session(gateway, new Conversation(desk));
        this.keeper = new Keeper(background, unfinished, clock);
        this.settings = new Settings(stage, desk, session, pace);
        this.installation =
                new Installation(stage, desk, session, keeper, settings, pace, ownVersion);
        this.arrival =
                new Arrival(stage, desk, session, contact, profiles, keeper, installation::look);
        stage.listen(now -> keeper.saw(now, arrival.address(), settings));
    }

    public SetupState state() {
        return stage.state();
    }

    /** The connection, for those who watch the station afterwards. */
    public Session session() {
        return session;
    }

    /**
     * Address of the NAS that the person is connected with, for the window's frame; empty: none
     * yet.
     */
    public String station() {
        return state().step() == Step.FIND ? "" : arrival.address();
    }

    /** Called with every new state, and once at once. */
    public void listen(Consumer<SetupState> listener) {
        stage.listen(listener);
    }

    /**
     * Offers the station that this computer looked after last, if nobody has typed an address yet.
     */
    public void start() {
        arrival.start(background, _ -> {});
    }

    /** As {@link #start}, and goes to that station at once. */
    public void visit() {
        arrival.start(
                background,
                remembered -> {
                    if (state() instanceof SetupState.Locating && !desk.busy()) {
                        locate(remembered);
                    }
                });
    }

    /** Address of the station that was signed in to; empty: none was yet. */
    public String visited() {
        return arrival.visited();
    }

    /**
     * Who is told when somebody types the address of another station after signing in to this one.
     * Without it this flow goes there.
     */
    public void onElsewhere(Elsewhere listener) {
        arrival.onElsewhere(
                (address, accepting) -> {
                    pace.walk();
                    listener.lookAfter(address, accepting);
                });
    }

    /** In {@code Locating}: this address. */
    public void locate(String typed) {
        pace.walk();
        arrival.locate(typed, false);
    }

    /**
     * In {@code Locating}: this address, and from there on whatever is found as it is. It stops
     * where only the person can know something, where something fails, and before anything is
     * applied. A station that runs already is only shown.
     */
    public void locateAndAccept(String typed) {
        pace.accept();
        arrival.locate(typed, true);
    }

    /** In {@code ConfirmingKey}: the key is the NAS's own, or it is not. */
    public void trustKey(boolean trusted) {
        stage.expect(ConfirmingKey.class);
        desk.settleKey(trusted);
    }

    /** In {@code SigningIn}: like this. */
    public void signIn(SignInForm typed) {
        arrival.signIn(typed);
    }

    /** In {@code Asking}: the answer. */
    public void answer(Secret given) {
        stage.expect(Asking.class);
        desk.settle(Optional.of(given));
    }

    /** In {@code Looking}, after a failure, and in {@code Installing}: once more. */
    public void lookAgain() {
        installation.lookAgain();
    }

    /** In {@code Installing}: install, update or repair. */
    public void install() {
        installation.install();
    }

    /**
     * In {@code Installing} where a daemon is there, in {@code InstallDone}, in {@code Home} and
     * {@code Afterwards}: to the first page of the draft, or to where an earlier one was left.
     */
    public void openForm() {
        settings.open();
    }

    /** In {@code Filling}: forgets what was typed, here and on the disk. */
    public void discard() {
        settings.discard();
        keeper.forget(arrival.address());
    }

    /** In {@code Filling}: something was typed at a field, see {@code DraftCheck}. */
    public void edit(String field, UnaryOperator<Draft> change) {
        settings.edit(field, change);
    }

    /** In {@code Filling}: brings back the person or address that was removed last. */
    public void undo() {
        settings.undo();
    }

    /** In {@code Filling}: has the line looked at. */
    public void measure() {
        settings.measure();
    }

    /** In {@code Filling}: the next page; in {@code Running} and {@code Afterwards} too. */
    public void next() {
        switch (state()) {
            case SetupState.Running now -> stage.advance(now, after(now.step().following()));
            case SetupState.Afterwards now when now.step().following().looks() ->
                    stage.advance(now, after(now.step().following()));
            case SetupState.Afterwards _ -> home();
            default -> settings.next();
        }
    }

    private static SetupState.Afterwards after(Step step) {
        return new SetupState.Afterwards(step, Activity.IDLE);
    }

    /** In {@code Filling}: the rest as it is; stops where something is missing. */
    public void accept() {
        settings.accept();
    }

    /** In {@code Filling}: what would change? */
    public void review() {
        settings.review();
    }

    /** In {@code Reviewing}: do it. */
    public void apply() {
        settings.apply();
    }

    /** In {@code NotApplied}: back to where it can be made right. */
    public void reconsider() {
        stage.expect(NotApplied.class);
        stage.back();
        if (Settings.opensFrom(stage.state())) {
            settings.open(Step.LINE);
        }
        settings.refresh();
    }

    /**
     * Wherever the daemon is known to be there, and no work is under way: to the station's status.
     */
    public void home() {
        if (!homeInReach()) {
            throw new IllegalStateException("no status from " + state().getClass().getSimpleName());
        }
        String address = arrival.address();
        stage.forgetWhile(page -> page.step().compareTo(Step.INSTALL) > 0);
        if (state().step() == Step.INSTALL) {
            stage.advance(state(), new Home(address, Activity.IDLE));
        } else {
            stage.show(new Home(address, Activity.IDLE));
        }
    }

    private boolean homeInReach() {
        return !desk.busy()
                && switch (state()) {
                    case SetupState.Installing page -> page.nas().installed();
                    case SetupState.InstallDone _,
                            SetupState.Filling _,
                            SetupState.Reviewing _,
                            SetupState.Running _,
                            SetupState.Afterwards _,
                            NotApplied _ ->
                            true;
                    default -> false;
                };
    }

    /** Whether {@link #cancel} would stop something. */
    public boolean canCancel() {
        return desk.busy();
    }

    /** Stops the work behind the page, or does nothing if there is none. */
    public void cancel() {
        pace.walk();
        desk.cancel();
    }

    public boolean canGoBack() {
        return !desk.busy() && stage.hasBack() && !(state() instanceof SetupState.Running);
    }

    /** To the page before, with everything that was typed there. */
    public void back() {
        if (!canGoBack()) {
            throw new IllegalStateException("no way back");
        }
        pace.walk();
        stage.back();
        settings.refresh();
    }

    /** Whether {@link #goTo} leads anywhere. */
    public boolean canGoTo(Step step) {
        if (desk.busy() || step == state().step()) {
            return false;
        }
        return switch (step) {
            case LINE, NAME, PEOPLE, SAFETY ->
                    drafting() || stage.passed(step) || Settings.opensFrom(state());
            case STATUS -> homeInReach();
            case PORTS, RECORDS, PROOF, PROGRAMS ->
                    stage.passed(step) || runs() || state() instanceof SetupState.Running;
            case FIND, SIGN_IN, INSTALL, REVIEW ->
                    stage.passed(step) && !(state() instanceof SetupState.Running);
        };
    }

    private boolean drafting() {
        return state() instanceof SetupState.Filling;
    }

    private boolean runs() {
        return state() instanceof SetupState.Afterwards || state() instanceof Home;
    }

    /** To a step's page, as the rail offers it. */
    public void goTo(Step step) {
        if (!canGoTo(step)) {
            throw new IllegalStateException("no way to " + step);
        }
        pace.walk();
        if (step == Step.STATUS) {
            home();
        } else if (drafting() && step.drafts()) {
            settings.turnTo(step);
        } else if (stage.passed(step)) {
            stage.backTo(step);
            settings.refresh();
        } else if (step.looks()) {
            stage.advance(state(), after(step));
        } else {
            settings.open(step);
        }
    }

    /** Ends the connection; the program is about to end. */
    public void close() {
        desk.cancel();
        keeper.close();
        background.start(
                () -> {
                    session.close();
                    return true;
                },
                _ -> {},
                _ -> {});
    }
}
