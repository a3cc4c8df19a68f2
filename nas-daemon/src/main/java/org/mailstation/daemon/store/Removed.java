package org.mailstation.daemon.store;

import java.util.HashSet;
import java.util.Set;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.Change;

/**
 * What was removed just before the last run ended. Only of this can the store itself have left
 * files behind: whatever was removed earlier is gone from the disk before the write-ahead that
 * tells of it is used again.
 */
final class Removed {
    private final Set<Place> letters = new HashSet<>();
    private final Set<Long> boxes = new HashSet<>();

    void take(Change change) {
        switch (change) {
            case Change.RemoveLetter remove -> letters.add(new Place(remove.box(), remove.uid()));
            case Change.RemoveBox remove -> boxes.add(remove.box());
            case Change.PutBox _,
                    Change.PutState _,
                    Change.PutLetter _,
                    Change.CopyLetter _,
                    Change.PutSubscription _,
                    Change.RemoveSubscription _,
                    Change.PutAnnotation _,
                    Change.RemoveAnnotation _,
                    Change.LastBox _ -> {
                // leaves no file that is not needed
            }
        }
    }

    boolean letter(long box, long uid) {
        return letters.contains(new Place(box, uid));
    }

    boolean box(long box) {
        return boxes.contains(box);
    }
}
