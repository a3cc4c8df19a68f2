package org.mailstation.control;

/**
 * Asks to be told what happens.
 *
 * @param events tell {@link StationEvent}s
 * @param log tell new log lines
 */
public record Subscribe(boolean events, boolean log) {}
