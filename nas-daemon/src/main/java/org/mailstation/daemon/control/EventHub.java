package org.mailstation.daemon.control;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailstation.control.LogLine;
import org.mailstation.control.StationEvent;

/** Spreads what happens to the connections that asked for it. Never waits for them. */
public final class EventHub {
    private final Set<Outbox> forEvents = ConcurrentHashMap.newKeySet();
    private final Set<Outbox> forLog = ConcurrentHashMap.newKeySet();

    public void event(StationEvent event) {
        forEvents.forEach(outbox -> outbox.tell(listener -> listener.event(event)));
    }

    public void logLine(String line) {
        forLog.forEach(outbox -> outbox.tell(listener -> listener.logLine(new LogLine(line))));
    }

    void subscribe(Outbox outbox, boolean events, boolean log) {
        unsubscribe(outbox);
        if (events) {
            forEvents.add(outbox);
        }
        if (log) {
            forLog.add(outbox);
        }
    }

    void unsubscribe(Outbox outbox) {
        forEvents.remove(outbox);
        forLog.remove(outbox);
    }
}
