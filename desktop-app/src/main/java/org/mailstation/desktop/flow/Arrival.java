package org.mailstation.desktop.flow;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.control.Secret;
import org.mailstation.desktop.flow.SetupState.KeyChanged;
import org.mailstation.desktop.flow.SetupState.Locating;
import org.mailstation.desktop.flow.SetupState.SigningIn;
import org.mailstation.desktop.remote.ProfileStore;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an address to being signed in. */
final class Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final Stage stage;
    private final Desk desk;
    private final Session session;
    private final FirstContact contact;
    private final ProfileStore profiles;
    private final Keeper keeper;
    private final Consumer<String> signedIn;

    private String remembered = "";
    private @Nullable Instant begun;
    private @Nullable NasAddress signedInTo;
    private SetupFlow.@Nullable Elsewhere elsewhere;
    private NasAddress address = new NasAddress("", NasAddress.SSH);
    private SignInForm form = SignInForm.EMPTY;

    /**
     * @param signedIn what follows; gets the address
     */
    Arrival(
            Stage stage,
            Desk desk,
            Session session,
            FirstContact contact,
            ProfileStore profiles,
            Keeper keeper,
            Consumer<String> signedIn) {
        this.stage = stage;
        this.desk = desk;
        this.session = session;
        this.contact = contact;
        this.profiles = profiles;
        this.keeper = keeper;
        this.signedIn = signedIn;
    }

    static Locating nowhere() {
        return new Locating("", "", null, List.of(), Activity.IDLE);
    }

    /** The NAS that was met last. */
    String address() {
        return address.toString();
    }

    /** The NAS that was signed in to last; empty: none yet. */
    String visited() {
        NasAddress known = signedInTo;
        return known == null ? "" : known.toString();
    }

    /** From now on another NAS is looked after elsewhere. */
    void onElsewhere(SetupFlow.Elsewhere listener) {
        elsewhere = listener;
    }

    /**
     * @param then what follows when a station is remembered
     */
    void start(Background background, Consumer<String> then) {
        background.start(
                () -> profiles.load().map(this::withBegun),
                known ->
                        known.ifPresent(
                                it -> {
                                    remember(it);
                                    then.accept(it.address());
                                }),
                // without it the person types the address again
                fault -> LOG.warn("the remembered station cannot be read", fault));
    }

    private record Known(StationProfile profile, @Nullable Instant begun) {
        String address() {
            return profile.target().address();
        }
    }

    private Known withBegun(StationProfile profile) {
        String where = new Known(profile, null).address();
        return new Known(profile, keeper.load(where).map(Unfinished::when).orElse(null));
    }

    private void remember(Known known) {
        StationProfile profile = known.profile();
        SshTarget target = profile.target();
        remembered = known.address();
        begun = known.begun();
        form =
                new SignInForm(
                        target.user(),
                        !profile.keyFile().isEmpty(),
                        new Secret(""),
                        profile.keyFile());
        if (stage.state().equals(nowhere())) {
            stage.show(locating(remembered, List.of(), Activity.IDLE));
        }
    }

    private Locating locating(String typed, List<Problem> problems, Activity activity) {
        return new Locating(typed, remembered, begun, problems, activity);
    }

    void locate(String typed, boolean accepting) {
        stage.expect(Locating.class);
        switch (NasAddress.parse(typed)) {
            case Parsed.Invalid<NasAddress> wrong ->
                    stage.show(locating(typed, wrong.problems(), Activity.IDLE));
            case Parsed.Valid<NasAddress> valid -> meetHere(valid.value(), typed, accepting);
        }
    }

    /** What was found out here is of one station, and must not be taken for another's. */
    private void meetHere(NasAddress found, String typed, boolean accepting) {
        NasAddress known = signedInTo;
        SetupFlow.Elsewhere other = elsewhere;
        if (other == null || known == null || known.equals(found)) {
            meet(found, typed);
        } else {
            stage.show(locating(known.toString(), List.of(), Activity.IDLE));
            other.lookAfter(found.toString(), accepting);
        }
    }

    private void meet(NasAddress found, String typed) {
        String where = found.toString();
        desk.<Boolean>start(
                activity -> locating(typed, List.of(), activity),
                Activity.Running.of("flow.connecting", found.host()),
                (cancellation, _) -> {
                    contact.meet(
                            found,
                            key ->
                                    desk.askAboutKey(
                                            shown -> new SetupState.ConfirmingKey(where, shown),
                                            key),
                            cancellation);
                    return true;
                },
                _ -> {
                    address = found;
                    stage.advance(
                            locating(typed, List.of(), Activity.IDLE),
                            signInPage(List.of(), Activity.IDLE));
                },
                failure -> stopsAtKey(failure, where));
    }

    /** A changed key ends the way here: nothing was sent, and there is nothing to continue to. */
    private boolean stopsAtKey(Failure failure, String where) {
        if (!(failure instanceof SshFailure.HostKeyChanged changed)) {
            return false;
        }
        stage.forgetWhile(_ -> true);
        stage.advance(
                locating(where, List.of(), Activity.IDLE),
                new KeyChanged(where, changed.key(), changed.file()));
        return true;
    }

    void signIn(SignInForm typed) {
        stage.expect(SigningIn.class);
        form = typed;
        switch (typed.credentials()) {
            case Parsed.Invalid<SshCredentials> wrong ->
                    stage.show(signInPage(wrong.problems(), Activity.IDLE));
            case Parsed.Valid<SshCredentials> valid -> signIn(valid.value());
        }
    }

    private void signIn(SshCredentials credentials) {
        SshTarget target = new SshTarget(address.host(), address.port(), form.user().strip());
        StationProfile profile =
                new StationProfile(target, form.byKey() ? form.keyFile().strip() : "");
        desk.<Boolean>start(
                activity -> signInPage(List.of(), activity),
                Activity.Running.of("flow.signing-in", address.host()),
                (cancellation, _) -> {
                    session.signIn(target, credentials, cancellation);
                    save(profile);
                    return true;
                },
                _ -> {
                    signedInTo = new NasAddress(target.host(), target.port());
                    stage.advance(
                            signInPage(List.of(), Activity.IDLE),
                            new SetupState.Looking(address.toString(), Activity.IDLE));
                    signedIn.accept(address.toString());
                },
                failure -> stopsAtKey(failure, address.toString()));
    }

    private SigningIn signInPage(List<Problem> problems, Activity activity) {
        return new SigningIn(address.toString(), form, problems, activity);
    }

    private void save(StationProfile profile) {
        try {
            profiles.save(profile);
        } catch (IOException e) {
            // the next start asks for the address again: no reason to stop here
            LOG.warn("the station cannot be remembered", e);
        }
    }
}
