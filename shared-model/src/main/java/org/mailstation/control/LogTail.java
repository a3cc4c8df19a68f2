package org.mailstation.control;

/**
 * @param lines how many, 1 to 10 000
 */
public record LogTail(int lines) {}
