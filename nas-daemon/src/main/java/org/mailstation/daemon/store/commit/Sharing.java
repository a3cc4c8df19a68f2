package org.mailstation.daemon.store.commit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.Entry;

/**
 * Which letters have the octets of an earlier one, as told by the entries that were written ahead.
 * The earlier one may be gone by now, and its copies live.
 */
public final class Sharing {
    private final Map<Place, Place> origins = new HashMap<>();
    private final Map<Place, List<Place>> copies = new HashMap<>();

    /** To be told all entries in their order. */
    public void take(Entry entry) {
        for (Entry.Share share : entry.shares()) {
            Place copy = new Place(share.box(), share.uid());
            Place original = new Place(share.fromBox(), share.fromUid());
            Place origin = origins.getOrDefault(original, original);
            origins.put(copy, origin);
            copies.computeIfAbsent(origin, _ -> new ArrayList<>()).add(copy);
        }
    }

    /** These octets at each place where they belong. */
    public List<Entry.Body> everywhere(Entry.Body body) {
        List<Entry.Body> bodies = new ArrayList<>();
        bodies.add(body);
        copies.getOrDefault(new Place(body.box(), body.uid()), List.of())
                .forEach(
                        place ->
                                bodies.add(
                                        new Entry.Body(place.box(), place.uid(), body.content())));
        return bodies;
    }
}
