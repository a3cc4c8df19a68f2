package org.mailstation.control;

/**
 * @param name one of {@code relay}, {@code ddns}
 */
public record PutSecret(String name, Secret value) {}
