package org.mailstation.daemon.state;

import org.mailstation.config.StationConfig;

/**
 * A configuration with its number.
 *
 * @param number counted up, never used twice
 * @param toml the text as it was applied, comments and all
 */
public record Revision(int number, String toml, StationConfig config) {}
