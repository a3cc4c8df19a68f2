package org.mailstation.daemon.forwarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ForwardState;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.Mapping;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/** One wish, put to a router in each way that it speaks, until one works. */
final class Asking {
    /** Short enough that a router forgets a NAS that is gone, long enough not to be asked often. */
    static final Duration LEASE = Duration.ofHours(2);

    private Asking() {}

    /**
     * Asks.
     *
     * @param mappers of the same router, the most talkative first
     */
    static Kept ask(List<PortMapper> mappers, Wish wish, Instant now) {
        Kept first = null;
        for (PortMapper mapper : mappers) {
            RouterAnswer<MapOutcome> answer = mapper.map(wish, LEASE);
            Kept kept = judge(mapper, wish, answer, now);
            if (answer instanceof RouterAnswer.Given<MapOutcome>) {
                return kept; // a port that is taken is taken in every protocol
            }
            first = first == null ? kept : first;
        }
        return first == null
                ? Kept.failed(
                        wish, new ForwardState.NoRouter(), null, "no router takes wishes", now)
                : first;
    }

    private static Kept judge(
            PortMapper mapper, Wish wish, RouterAnswer<MapOutcome> answer, Instant now) {
        String words = answer.technically();
        return switch (answer) {
            case RouterAnswer.Given<MapOutcome>(MapOutcome.Stands stands) ->
                    new Kept(
                            wish, stands(mapper, stands, now), renewal(stands, now), mapper, words);
            case RouterAnswer.Given<MapOutcome>(MapOutcome.Taken(Mapping holder)) ->
                    Kept.failed(wish, taken(mapper, holder), mapper, words, now);
            case RouterAnswer.Given<MapOutcome>(MapOutcome.OtherPort(int offered)) ->
                    Kept.failed(wish, new ForwardState.OtherPort(offered), mapper, words, now);
            case RouterAnswer.Refused<MapOutcome>(Refusal reason, int _, String _) ->
                    Kept.failed(
                            wish,
                            new ForwardState.Refused(mapper.gateway().protocol(), reason, words),
                            mapper,
                            words,
                            now);
            case RouterAnswer.Silent<MapOutcome> _, RouterAnswer.Garbled<MapOutcome> _ ->
                    Kept.failed(wish, new ForwardState.NoAnswer(words), mapper, words, now);
        };
    }

    private static ForwardState stands(PortMapper mapper, MapOutcome.Stands stands, Instant now) {
        Duration lease = stands.lease();
        return new ForwardState.Stands(
                mapper.gateway().protocol(), lease == null ? null : now.plus(lease));
    }

    /** RFC 6886 3.3, RFC 6887 11.2.1: at half of the time. */
    private static @Nullable Instant renewal(MapOutcome.Stands stands, Instant now) {
        Duration lease = stands.lease();
        return lease == null ? null : now.plus(lease.dividedBy(2));
    }

    private static ForwardState taken(PortMapper mapper, @Nullable Mapping holder) {
        if (holder == null) {
            return new ForwardState.Taken("", 0, "", false);
        }
        boolean here = holder.client().equals(mapper.gateway().client().getHostAddress());
        return new ForwardState.Taken(
                holder.client(), holder.internal(), holder.description(), here);
    }
}
