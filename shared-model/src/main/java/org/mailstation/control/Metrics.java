package org.mailstation.control;

/**
 * Figures of the station.
 *
 * @param text in Prometheus' text format, version 0.0.4
 */
public record Metrics(String text) {}
