package org.mailstation.daemon.delivery;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Relay;
import org.mailstation.control.Secret;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.assurance.Assurance;

/** Hands over a single letter at once, while somebody waits for what comes of it. */
public final class Dispatch {
    private final RemoteDelivery remote;

    /**
     * @param patience for connecting and for each reply
     */
    public Dispatch(Outside outside, Duration patience) {
        this.remote =
                new RemoteDelivery(
                        new Outside(
                                outside.mx(),
                                outside.addresses(),
                                outside.smtpPort(),
                                outside.relayTrust(),
                                patience,
                                patience,
                                outside.schedule()));
    }

    /**
     * As another mail server does, without a login. The sender is the empty one, so that nobody
     * gets a report of it.
     */
    public Handed toServer(InetSocketAddress where, Address to, String ourName, byte[] letter) {
        Route route =
                Route.direct(
                        List.of(where.getAddress().getHostAddress()),
                        where.getPort(),
                        Assurance.NONE);
        return send(route, new Envelope(null, List.of(to)), ourName, letter);
    }

    /** The way of every letter of a station with a relay: from ourselves, to ourselves. */
    public Handed overRelay(
            Relay relay, @Nullable Secret password, Address to, String ourName, byte[] letter) {
        boolean login = !relay.user().isEmpty();
        if (login && password == null) {
            return new Handed.Refused("no password is set");
        }
        Route route =
                Route.relay(
                        relay,
                        login && password != null
                                ? new Route.Login(relay.user(), password.reveal())
                                : null);
        return send(route, new Envelope(to, List.of(to)), ourName, letter);
    }

    private Handed send(Route route, Envelope envelope, String ourName, byte[] letter) {
        Outcome outcome =
                remote.send(route, envelope, ourName, Letter.of(letter))
                        .get(envelope.recipients().getFirst());
        return switch (outcome) {
            case Outcome.Arrived _ -> new Handed.Taken();
            case Outcome.Failed(var reply, _) -> new Handed.Refused(reply.toString());
            case Outcome.NotNow(var reply, _, var why)
                    when why == Outcome.Why.SILENCE || why == Outcome.Why.NO_WAY ->
                    new Handed.Unreachable(reply.toString());
            case Outcome.NotNow(var reply, _, _) -> new Handed.Refused(reply.toString());
            case null -> new Handed.Unreachable("no answer");
        };
    }
}
