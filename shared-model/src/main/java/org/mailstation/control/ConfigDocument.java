package org.mailstation.control;

/**
 * The configuration as text.
 *
 * @param revision counted up at every apply; 0: none yet
 * @param toml the file; empty at revision 0
 */
public record ConfigDocument(int revision, String toml) {}
