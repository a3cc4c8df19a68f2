package org.mailstation.control;

/**
 * Asks how DDNS is.
 *
 * @param now whether the station shall look for its address before it answers, which takes some
 *     seconds
 */
public record AskDdns(boolean now) {}
