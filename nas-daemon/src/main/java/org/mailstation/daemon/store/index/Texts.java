package org.mailstation.daemon.store.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.mailstation.daemon.store.record.Change;

/**
 * Small texts: which mailboxes a user has subscribed to, and the annotations of mailboxes (RFC
 * 5464).
 */
final class Texts {
    private static final char END_OF_USER = '\0';

    private final MVMap<String, String> subscriptions;
    private final MVMap<String, String> annotations;

    Texts(MVMap<String, String> subscriptions, MVMap<String, String> annotations) {
        this.subscriptions = subscriptions;
        this.annotations = annotations;
    }

    void put(Change.PutSubscription put) {
        subscriptions.put(put.user() + END_OF_USER + put.mailbox(), put.mailbox());
    }

    void remove(Change.RemoveSubscription remove) {
        subscriptions.remove(remove.user() + END_OF_USER + remove.mailbox());
    }

    void put(Change.PutAnnotation put) {
        annotations.put(annotation(put.box(), put.key()), put.value());
    }

    void remove(Change.RemoveAnnotation remove) {
        annotations.remove(annotation(remove.box(), remove.key()));
    }

    void removeBox(long box) {
        annotations(box).keySet().forEach(key -> annotations.remove(annotation(box, key)));
    }

    List<String> subscriptions(String user) {
        return List.copyOf(withPrefix(subscriptions, user + END_OF_USER).values());
    }

    Map<String, String> annotations(long box) {
        String prefix = annotation(box, "");
        Map<String, String> found = new LinkedHashMap<>();
        withPrefix(annotations, prefix)
                .forEach((key, value) -> found.put(key.substring(prefix.length()), value));
        return found;
    }

    /** Everything, as the changes that make it. */
    List<Change> all() {
        List<Change> changes = new ArrayList<>();
        subscriptions.forEach(
                (key, mailbox) ->
                        changes.add(
                                new Change.PutSubscription(
                                        key.substring(0, key.indexOf(END_OF_USER)), mailbox)));
        annotations.forEach(
                (key, value) -> {
                    int colon = key.indexOf(':');
                    long box = Long.parseLong(key.substring(0, colon));
                    changes.add(new Change.PutAnnotation(box, key.substring(colon + 1), value));
                });
        return changes;
    }

    private static String annotation(long box, String key) {
        return box + ":" + key;
    }

    /** The part of a map whose keys begin so, in the order of the keys. */
    static <V> Map<String, V> withPrefix(MVMap<String, V> map, String prefix) {
        Map<String, V> found = new LinkedHashMap<>();
        Cursor<String, V> cursor = map.cursor(prefix);
        while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            found.put(cursor.getKey(), cursor.getValue());
        }
        return found;
    }
}
