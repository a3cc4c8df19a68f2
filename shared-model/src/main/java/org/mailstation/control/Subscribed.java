package org.mailstation.control;

/** The subscription stands. */
public record Subscribed() {}
