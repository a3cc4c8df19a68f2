package org.mailstation.daemon.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;

/**
 * Believes a change only when two looks see it, and waits a little for what comes with it. Of what
 * comes and goes all the time the end is believed only after an hour of calm: so it is one trouble
 * that lasts, and not a hundred. Used by one thread at a time.
 */
final class Damper {
    static final Duration CONFIRM = Duration.ofSeconds(10);

    /** What breaks together is told together, but nothing waits longer than this for the rest. */
    static final Duration GATHER = Duration.ofMinutes(1);

    /** How long what comes and goes must be in order to be believed. */
    static final Duration CALM = Duration.ofHours(1);

    /** So many changes of one check within this time are coming and going. */
    static final int RESTLESS = 4;

    static final Duration RECENT = Duration.ofHours(6);

    /**
     * What is believed from now on.
     *
     * @param unsettled whether another look should follow soon
     */
    record Outcome(Troubles known, List<Trouble> begun, List<Trouble> ended, boolean unsettled) {
        boolean changed() {
            return !begun.isEmpty() || !ended.isEmpty();
        }
    }

    /** What was seen otherwise than is believed, and since when. */
    private record Pending(@Nullable Trouble seen, Instant since) {}

    private final Map<String, Pending> pending = new HashMap<>();

    /** What comes and goes, until it has been calm: it may do so for longer than is remembered. */
    private final Set<String> held = new HashSet<>();

    /** The checks that have come and gone, by the history. */
    static Set<String> restless(List<WatchNote> notes, Instant now) {
        Map<String, Integer> changes = new HashMap<>();
        notes.stream()
                .filter(note -> note.at().isAfter(now.minus(RECENT)))
                .forEach(
                        note -> {
                            note.begun()
                                    .forEach(one -> changes.merge(one.check(), 1, Integer::sum));
                            note.ended()
                                    .forEach(one -> changes.merge(one.check(), 1, Integer::sum));
                        });
        changes.values().removeIf(times -> times < RESTLESS);
        return changes.keySet();
    }

    /**
     * @param restless what has come and gone
     * @param asked somebody waits for the answer: one look is enough
     */
    Outcome look(Troubles before, Troubles seen, Instant now, Set<String> restless, boolean asked) {
        notice(before, seen, now);
        before.byCheck().keySet().stream().filter(restless::contains).forEach(held::add);
        List<String> ripe = new ArrayList<>();
        boolean young = false;
        Duration oldest = Duration.ZERO;
        for (String check : inOrder(before, seen)) {
            Pending one = pending.get(check);
            if (one == null) {
                continue;
            }
            Duration age = Duration.between(one.since(), now);
            boolean waitsForCalm = one.seen() == null && held.contains(check);
            Duration needed = waitsForCalm ? CALM : asked ? Duration.ZERO : CONFIRM;
            if (age.compareTo(needed) >= 0) {
                ripe.add(check);
                oldest = age.compareTo(oldest) > 0 ? age : oldest;
            } else {
                young |= !waitsForCalm;
            }
        }
        if (young && oldest.compareTo(GATHER) < 0) {
            return new Outcome(before, List.of(), List.of(), true);
        }
        return believe(before, ripe, young);
    }

    private static Set<String> inOrder(Troubles before, Troubles seen) {
        Set<String> all = new LinkedHashSet<>(before.byCheck().keySet());
        all.addAll(seen.byCheck().keySet());
        return all;
    }

    private void notice(Troubles before, Troubles seen, Instant now) {
        Set<String> all = inOrder(before, seen);
        pending.keySet().retainAll(all);
        for (String check : all) {
            Trouble is = seen.get(check);
            Pending known = pending.get(check);
            if (Troubles.same(before.get(check), is)) {
                pending.remove(check);
            } else if (known == null
                    || !Troubles.same(known.seen(), is)
                    // a clock that was set back
                    || known.since().isAfter(now)) {
                pending.put(check, new Pending(is, now));
            }
        }
    }

    private Outcome believe(Troubles before, List<String> ripe, boolean young) {
        Map<String, Trouble> known = new LinkedHashMap<>(before.byCheck());
        List<Trouble> begun = new ArrayList<>();
        List<Trouble> ended = new ArrayList<>();
        for (String check : ripe) {
            Pending one = pending.remove(check);
            if (one == null) {
                continue;
            }
            Trouble was = known.remove(check);
            if (one.seen() != null) {
                known.put(check, one.seen());
                begun.add(one.seen());
            } else if (was != null) {
                ended.add(was.over(one.since()));
                held.remove(check);
            }
        }
        return new Outcome(new Troubles(known), begun, ended, young);
    }
}
