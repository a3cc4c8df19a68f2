package org.mailstation.control;

/**
 * @param revision the one that {@link ApplyOutcome.Applied} named
 */
public record ConfirmRequest(int revision) {}
