package org.mailstation.control;

/**
 * What the station answers in the name of somebody who is away.
 *
 * @param text what senders read
 * @param from first day, as {@code 2026-07-31}; empty: it has begun
 * @param until last day; empty: until it is taken back
 */
public record Vacation(String text, String from, String until) {}
