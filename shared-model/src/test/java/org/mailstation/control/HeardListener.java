package org.mailstation.control;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers what it was told. */
final class HeardListener implements StationListener {
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @Override
    public void progress(Progress progress) {
        heard.add(progress);
    }

    @Override
    public void event(StationEvent event) {
        heard.add(event);
    }

    @Override
    public void logLine(LogLine line) {
        heard.add(line);
    }

    Object next() throws InterruptedException {
        Object next = heard.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard");
        }
        return next;
    }
}
