package org.mailstation.control;

/**
 * Keeps a revision that is on probation.
 *
 * @param revision the one that {@link ApplyOutcome.Applied} named
 */
public record ConfirmRequest(int revision) {}
