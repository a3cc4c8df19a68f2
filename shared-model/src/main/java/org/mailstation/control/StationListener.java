package org.mailstation.control;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;

/** What the daemon tells on its own. */
@JsonSegment("listener")
public interface StationListener {
    /** How far the running request of this connection is. */
    @JsonNotification
    void progress(Progress progress);

    @JsonNotification
    void event(StationEvent event);

    @JsonNotification
    void logLine(LogLine line);
}
