package org.mailstation.desktop.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationControl;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.control.Watched;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/**
 * What happened at a station while nobody listened from here, by its own history. Told once, when
 * it answers again after an absence; what is seen as it happens is told by others. On the watch's
 * thread.
 */
public final class Meanwhile implements StatusWatch.Guest {

    /** How much of a station's history was seen from this computer. */
    public interface Marks {
        /** Moment of the newest change that was seen; {@code null}: never looked. */
        @Nullable Instant of(String station);

        void keep(String station, Instant newest);
    }

    /**
     * What happened.
     *
     * @param over what was wrong and is in order again, in the order in which it ended
     * @param begun what has been wrong since then
     */
    public record Tale(List<Trouble> over, List<Trouble> begun) {
        public Tale {
            over = List.copyOf(over);
            begun = List.copyOf(begun);
        }

        boolean isEmpty() {
            return over.isEmpty() && begun.isEmpty();
        }
    }

    private final Supplier<String> host;
    private final Marks marks;
    private @Nullable Consumer<Tale> listener;

    /** Nobody was there to hear it. */
    private @Nullable Tale untold;

    /**
     * @param host the station's address, as the person calls it
     */
    public Meanwhile(Supplier<String> host, Marks marks) {
        this.host = host;
        this.marks = marks;
    }

    /** Hears what happened; at once what nobody has heard yet. On the watch's thread. */
    public synchronized void onTale(Consumer<Tale> hears) {
        listener = hears;
        Tale waiting = untold;
        untold = null;
        if (waiting != null) {
            hears.accept(waiting);
        }
    }

    @Override
    public void visit(Station station, boolean again) throws FailureException {
        Watched watched = station.ask(StationControl::watched, Cancellation.never());
        String name = host.get();
        Instant mark = marks.of(name);
        Instant newest =
                watched.notes().isEmpty() ? Instant.EPOCH : watched.notes().getFirst().at();
        if (!newest.equals(mark)) {
            marks.keep(name, newest);
        }
        if (again && mark != null) {
            tell(since(mark, watched));
        }
    }

    private static Tale since(Instant mark, Watched watched) {
        List<WatchNote> fresh =
                watched.notes().reversed().stream()
                        .filter(note -> note.at().isAfter(mark))
                        .toList();
        Collection<String> still =
                watched.troubles().stream().map(Trouble::check).collect(Collectors.toSet());
        List<Trouble> over = new ArrayList<>();
        Map<String, Trouble> begun = new LinkedHashMap<>();
        for (WatchNote note : fresh) {
            over.addAll(note.ended());
            note.begun().stream()
                    .filter(one -> still.contains(one.check()))
                    .forEach(one -> begun.put(one.check(), one));
        }
        return new Tale(over, List.copyOf(begun.values()));
    }

    private synchronized void tell(Tale tale) {
        if (tale.isEmpty()) {
            return;
        }
        Consumer<Tale> hears = listener;
        if (hears == null) {
            untold = tale;
        } else {
            hears.accept(tale);
        }
    }
}
