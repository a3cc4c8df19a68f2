package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Secret;
import org.mailstation.desktop.draft.Passwords;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** The people who have a mailbox, and what they sign in with. All on the owner's thread. */
public final class Household {

    /**
     * What can be shown.
     *
     * @param mailboxes {@code null} before the station answered
     * @param person whose passwords are looked at; empty: nobody's
     * @param devices of that person
     * @param made the password of a device that was just made; {@code null}: none
     * @param problem what is wrong with the password that was typed; {@code null}: nothing
     * @param deviceProblem what is wrong with the name of a device; {@code null}: nothing
     * @param wish what is asked about once more; {@code null}: nothing
     * @param done what was just done; {@code null}: nothing
     */
    public record View(
            Activity activity,
            @Nullable Mailboxes mailboxes,
            String person,
            List<AppPasswords.Device> devices,
            @Nullable Made made,
            @Nullable Text problem,
            @Nullable Text deviceProblem,
            @Nullable Wish wish,
            @Nullable Text done) {
        public View {
            devices = List.copyOf(devices);
        }
    }

    /** A password that the station will never tell again. */
    public record Made(String device, Secret password) {}

    private record Known(Mailboxes mailboxes, List<AppPasswords.Device> devices) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private final Consent consent = new Consent();
    private @Nullable Mailboxes mailboxes;
    private String person = "";
    private List<AppPasswords.Device> devices = List.of();
    private @Nullable Made made;
    private @Nullable Text problem;
    private @Nullable Text deviceProblem;
    private @Nullable Text done;

    public Household(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(
                errand.activity(),
                mailboxes,
                person,
                devices,
                made,
                problem,
                deviceProblem,
                consent.wish(),
                done);
    }

    /** Asks the station. */
    public void open() {
        look("", null);
    }

    /** Whose passwords are looked at. */
    public void choose(String address) {
        if (!address.equals(person) && !errand.busy()) {
            consent.drop();
            problem = null;
            deviceProblem = null;
            made = null;
            done = null;
            String chosen = address;
            errand.start(
                    Activity.Running.of("flow.fetching"),
                    (cancellation, _) ->
                            session.onStation(
                                    cancellation, station -> known(station, chosen, cancellation)),
                    seen -> {
                        person = chosen;
                        seen(seen);
                    });
        }
    }

    /** This person signs in with another password from now on. */
    public void setPassword(String typed) {
        String address = person;
        problem = fault(typed);
        done = null;
        if (problem != null || address.isEmpty()) {
            audience.tell();
            return;
        }
        Secret password = new Secret(typed);
        if (hasPassword(address)) {
            consent.ask(
                    new Wish(
                            Text.of("flow.people.password.ask", address),
                            Text.of("flow.people.password")),
                    () -> set(address, password));
            audience.tell();
        } else {
            set(address, password);
        }
    }

    /** The old one would be lost, and with it every mail program that knows it. */
    private boolean hasPassword(String address) {
        Mailboxes all = mailboxes;
        return all != null
                && all.mailboxes().stream()
                        .anyMatch(it -> it.address().equals(address) && it.password());
    }

    private void set(String address, Secret password) {
        errand.start(
                Activity.Running.of("flow.working"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation, station -> station.setPassword(address, password)),
                outcome -> {
                    switch (outcome) {
                        case PasswordOutcome.Set _ -> {
                            session.learn(address, password);
                            look("", Text.of("flow.people.password-set", address));
                        }
                        case PasswordOutcome.Refused refused -> refuse(refused.reason());
                        case PasswordOutcome.NoSuchAccount missing ->
                                refuse(Text.of("flow.apply.no-such-mailbox", missing.address()));
                    }
                });
    }

    private void refuse(Text reason) {
        problem = reason;
        audience.tell();
    }

    private static @Nullable Text fault(String typed) {
        if (typed.isEmpty()) {
            return Text.of("flow.form.password-missing");
        }
        if (typed.length() < Passwords.SHORTEST) {
            return Text.of("flow.form.password-short", Passwords.SHORTEST);
        }
        return Passwords.strength(typed) == Passwords.Strength.WEAK
                ? Text.of("flow.form.password-weak")
                : null;
    }

    /** A device gets a password of its own, which is shown this one time. */
    public void make(String typed) {
        String device = typed.strip();
        deviceProblem = device.isEmpty() ? Text.of("flow.people.device-missing") : null;
        done = null;
        made = null;
        if (deviceProblem != null || person.isEmpty()) {
            audience.tell();
            return;
        }
        AppPasswordRequest request =
                new AppPasswordRequest(person, AppPasswordRequest.Wanted.MAKE, device);
        errand.start(
                Activity.Running.of("flow.working"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station ->
                                        station.ask(
                                                control -> control.appPasswords(request),
                                                cancellation)),
                answer -> {
                    switch (answer) {
                        case AppPasswords.Devices all -> {
                            devices = all.devices();
                            Secret secret = all.made();
                            made = secret == null ? null : new Made(device, secret);
                        }
                        case AppPasswords.Refused refused -> deviceProblem = refused.reason();
                        case AppPasswords.NoSuchAccount missing ->
                                deviceProblem =
                                        Text.of("flow.apply.no-such-mailbox", missing.address());
                    }
                    audience.tell();
                });
    }

    /** The password that was made is in its place. */
    public void noted() {
        made = null;
        audience.tell();
    }

    /** A device is not to sign in any more. */
    public void revoke(String device) {
        if (!errand.busy()) {
            made = null;
            done = null;
            consent.ask(
                    new Wish(
                            Text.of("flow.people.revoke.ask", device, person),
                            Text.of("flow.people.revoke")),
                    () -> look(device, Text.of("flow.people.revoked", device)));
            audience.tell();
        }
    }

    /** What was asked about is to be done. */
    public void confirm() {
        consent.give();
    }

    /** It is not. */
    public void leave() {
        consent.drop();
        audience.tell();
    }

    public void cancel() {
        errand.cancel();
    }

    /**
     * @param gone the device that is not to sign in any more; empty: none
     */
    private void look(String gone, @Nullable Text said) {
        String chosen = person;
        done = null;
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station -> {
                                    if (!gone.isEmpty()) {
                                        AppPasswords _ =
                                                revoke(station, chosen, gone, cancellation);
                                    }
                                    return known(station, chosen, cancellation);
                                }),
                seen -> {
                    done = said;
                    seen(seen);
                });
    }

    private void seen(Known now) {
        mailboxes = now.mailboxes();
        devices = now.devices();
        boolean there =
                now.mailboxes().mailboxes().stream().anyMatch(it -> it.address().equals(person));
        person = there ? person : "";
        audience.tell();
    }

    private static AppPasswords revoke(
            Station station, String address, String device, Cancellation cancellation)
            throws FailureException {
        AppPasswordRequest request =
                new AppPasswordRequest(address, AppPasswordRequest.Wanted.REVOKE, device);
        return station.ask(control -> control.appPasswords(request), cancellation);
    }

    private static Known known(Station station, String address, Cancellation cancellation)
            throws FailureException {
        Mailboxes all = station.ask(control -> control.mailboxes(), cancellation);
        if (address.isEmpty()) {
            return new Known(all, List.of());
        }
        AppPasswordRequest request =
                new AppPasswordRequest(address, AppPasswordRequest.Wanted.LIST, "");
        AppPasswords answer = station.ask(control -> control.appPasswords(request), cancellation);
        return new Known(
                all, answer instanceof AppPasswords.Devices known ? known.devices() : List.of());
    }
}
