package org.mailstation.control;

/**
 * Asks for another configuration.
 *
 * @param toml the whole new configuration
 * @param baseRevision the revision that it was made from
 * @param probationSeconds roll back unless confirmed within this time; 0: keep it at once
 */
public record ApplyRequest(String toml, int baseRevision, int probationSeconds) {}
