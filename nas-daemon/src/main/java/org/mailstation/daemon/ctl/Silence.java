package org.mailstation.daemon.ctl;

import org.mailstation.control.LogLine;
import org.mailstation.control.Progress;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationListener;

/**
 * Hears what the station tells on its own, and does nothing about it; commands override what they
 * care for.
 */
class Silence implements StationListener {
    @Override
    public void progress(Progress progress) {}

    @Override
    public void event(StationEvent event) {}

    @Override
    public void logLine(LogLine line) {}
}
