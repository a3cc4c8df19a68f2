package org.mailstation.control;

/**
 * @param toml a whole {@code station.toml}
 */
public record ConfigText(String toml) {}
