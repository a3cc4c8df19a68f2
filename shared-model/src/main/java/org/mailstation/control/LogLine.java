package org.mailstation.control;

/** One new line of the daemon's log. */
public record LogLine(String line) {}
