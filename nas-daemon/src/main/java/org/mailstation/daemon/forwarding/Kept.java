package org.mailstation.daemon.forwarding;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ForwardState;
import org.mailstation.router.Entry;
import org.mailstation.router.Mapping;
import org.mailstation.router.PortMapper;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/**
 * How one wish stands.
 *
 * @param wish as it was asked for
 * @param next when to ask again; {@code null}: only if the router has forgotten it
 * @param by who answered, or {@code null} if nobody did
 * @param answered in technical words
 */
record Kept(
        Wish wish,
        ForwardState state,
        @Nullable Instant next,
        @Nullable PortMapper by,
        String answered) {
    /** How soon something that did not work is tried once more. */
    static final Duration RETRY = Duration.ofMinutes(5);

    static Kept failed(
            Wish wish, ForwardState state, @Nullable PortMapper by, String answered, Instant now) {
        return new Kept(wish, state, now.plus(RETRY), by, answered);
    }

    /** Whether it is time to ask, or the router leads the port elsewhere by now. */
    boolean isDue(Instant now) {
        return (next != null && !now.isBefore(next)) || isForgotten();
    }

    private boolean isForgotten() {
        PortMapper mapper = by;
        if (mapper == null || !(state instanceof ForwardState.Stands)) {
            return false;
        }
        String own = mapper.gateway().client().getHostAddress();
        return mapper.read(wish.external()) instanceof RouterAnswer.Given<Entry>(Entry entry)
                && switch (entry) {
                    case Entry.Leads(Mapping there) -> !there.fulfils(wish, own);
                    case Entry.NotListed() -> true;
                    case Entry.CannotAsk() -> false;
                };
    }
}
