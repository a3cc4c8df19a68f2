package org.mailstation.desktop.fake;

import java.time.InstantSource;
import java.util.function.Function;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.UnfinishedStore;
import org.mailstation.desktop.remote.ProfileStore;

/**
 * Households with a NAS each.
 *
 * @param at the NAS of a host name
 */
public record Houses(Function<String, FakeNas> at) {

    /** The way to whichever of them a person asks for. */
    public SetupFlow flow(
            Background background,
            ProfileStore profile,
            UnfinishedStore unfinished,
            InstantSource clock) {
        return new SetupFlow(
                background,
                (where, accept, cancellation) ->
                        at.apply(where.host()).meet(where, accept, cancellation),
                (target, credentials, dialogue, cancellation) ->
                        at.apply(target.host()).signIn(target, credentials, dialogue, cancellation),
                profile,
                unfinished,
                clock,
                FakeNas.VERSION);
    }
}
