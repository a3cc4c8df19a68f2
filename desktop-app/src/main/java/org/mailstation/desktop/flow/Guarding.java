package org.mailstation.desktop.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.BanRequest;
import org.mailstation.control.Bans;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedRequest;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/**
 * Who is shut out, what the station proves itself with, and which ways its letters take; and
 * letting go of what it remembers. All on the owner's thread.
 */
public final class Guarding {

    /**
     * What the station told.
     *
     * @param certificate that the entrances show; {@code null}: none yet
     * @param issuer who gave it, in short
     */
    public record Known(
            Bans bans,
            Relayed relayed,
            DkimStatus signatures,
            CertificateFetching fetching,
            @Nullable CertificateStatus certificate,
            String issuer) {}

    /**
     * What can be shown.
     *
     * @param known {@code null} before the station answered
     * @param wish what is asked about once more; {@code null}: nothing
     * @param done what was just done; {@code null}: nothing
     */
    public record View(
            Activity activity, @Nullable Known known, @Nullable Wish wish, @Nullable Text done) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private final Consent consent = new Consent();
    private @Nullable Known known;
    private @Nullable Text done;

    public Guarding(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), known, consent.wish(), done);
    }

    /** Asks the station, which asks the DNS about the signatures. */
    public void open() {
        done = null;
        work(Activity.Running.of("flow.fetching"), null, null);
    }

    /** Somebody is to be let in again. */
    public void lift(String address) {
        wish(
                new Wish(Text.of("flow.lift.ask", address), Text.of("flow.lift")),
                Text.of("bans.lifted", address),
                control -> control.bans(new BanRequest(BanRequest.Wanted.LIFT, address)));
    }

    /** The next letter there is to be tried without the relay. */
    public void forget(String destination) {
        wish(
                new Wish(Text.of("flow.relay.forget.ask", destination), Text.of("flow.forget")),
                Text.of("relayed.forgotten", destination),
                control ->
                        control.relayed(
                                new RelayedRequest(RelayedRequest.Wanted.FORGET, destination)));
    }

    private <T> void wish(Wish wanted, Text said, Station.Inquiry<T> deed) {
        if (!errand.busy()) {
            consent.ask(wanted, () -> work(Activity.Running.of("flow.working"), deed, said));
            done = null;
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

    private void work(
            Activity.Running first, Station.@Nullable Inquiry<?> deed, @Nullable Text said) {
        errand.start(
                first,
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station -> {
                                    if (deed != null) {
                                        Object _ = station.ask(deed, cancellation);
                                    }
                                    return look(station, cancellation);
                                }),
                seen -> {
                    known = seen;
                    done = said;
                    audience.tell();
                });
    }

    private static Known look(Station station, Cancellation cancellation) throws FailureException {
        CertificateStatus certificate = station.status().certificate();
        return new Known(
                station.ask(
                        control -> control.bans(new BanRequest(BanRequest.Wanted.LIST, "")),
                        cancellation),
                station.ask(
                        control ->
                                control.relayed(new RelayedRequest(RelayedRequest.Wanted.LIST, "")),
                        cancellation),
                station.ask(
                        control -> control.dkim(new DkimRequest(DkimRequest.Wanted.TELL)),
                        cancellation),
                station.ask(
                        control ->
                                control.certificate(
                                        new CertificateRequest(CertificateRequest.Wanted.TELL)),
                        cancellation),
                certificate,
                certificate == null ? "" : Issuer.of(certificate.pem()));
    }
}
