package org.mailstation.desktop.remote;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.LogLine;
import org.mailstation.control.Progress;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationListener;

/**
 * Hands on what the daemon tells: progress to the one whose work it is, the rest to the one who
 * subscribed.
 */
final class RemoteListener implements StationListener {
    private volatile @Nullable Consumer<Progress> working;
    private volatile @Nullable StationListener subscriber;

    void working(@Nullable Consumer<Progress> consumer) {
        working = consumer;
    }

    void subscriber(StationListener listener) {
        subscriber = listener;
    }

    @Override
    public void progress(Progress progress) {
        Consumer<Progress> consumer = working;
        if (consumer != null) {
            consumer.accept(progress);
        }
    }

    @Override
    public void event(StationEvent event) {
        StationListener listener = subscriber;
        if (listener != null) {
            listener.event(event);
        }
    }

    @Override
    public void logLine(LogLine line) {
        StationListener listener = subscriber;
        if (listener != null) {
            listener.logLine(line);
        }
    }
}
