package org.mailstation.control;

/**
 * A configuration to be judged.
 *
 * @param toml a whole {@code station.toml}
 */
public record ConfigText(String toml) {}
