package org.mailstation.control;

/**
 * Asks for the newest lines of the log.
 *
 * @param lines how many, 1 to 10 000
 */
public record LogTail(int lines) {}
